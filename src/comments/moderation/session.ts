import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { browserName } from '../accounts/browser-name.ts';
import { sourceOf } from '../service/cross-origin.ts';
import { RequestProblem } from '../service/problem.ts';
import { type FormFields, oneOf } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { randomToken, sha256 } from '../service/token.ts';
import type { Moderator, Role, SessionStage } from '../store/store.ts';

const HOUR = 3_600_000;

/**
 * A session ends after `idle` without a request, and after `absolute` whatever happens; one that
 * still waits for the second factor, after `half`.
 *
 * The sessions are our own and no framework's (better-auth and the like bring a browser client and
 * tables of their own, where these pages work without JavaScript and on two databases): a row under
 * the hash of a random token. What is hard is done by libraries that do one thing: argon2id by
 * Node, codes by otpauth, passkeys by SimpleWebAuthn.
 */
export const SESSION_AGE = { idle: 8 * HOUR, absolute: 72 * HOUR, half: HOUR / 6 } as const;

const COOKIE = 'moderator';

export interface SignedIn {
  readonly moderator: Moderator;
  /** Names the session where it is listed. */
  readonly session: string;
  readonly tokenHash: string;
  /** Stands in each form; a page of another site cannot know it. */
  readonly formToken: string;
}

/** Who sends this request, by the session cookie; null for anybody else. */
export function signedIn(service: Service, c: ServiceContext): Promise<SignedIn | null> {
  return sessionAt(service, c, 'full');
}

/** Who has shown the password and not yet the second factor; may do nothing but that. */
export function halfSignedIn(service: Service, c: ServiceContext): Promise<SignedIn | null> {
  return sessionAt(service, c, 'second-factor');
}

async function sessionAt(
  service: Service,
  c: ServiceContext,
  stage: SessionStage,
): Promise<SignedIn | null> {
  const token = getCookie(c, COOKIE, prefix(service));
  if (!token) return null;
  const tokenHash = sha256(token);
  const session = await service.store.findSession(tokenHash, service.now(), SESSION_AGE.idle);
  if (session?.stage !== stage) return null;
  const { moderator, id } = session;
  return { moderator, session: id, tokenHash, formToken: sha256(`form ${token}`) };
}

/** Opens a session under a new token, full or half; one that the browser had before ends. */
export async function signIn(
  service: Service,
  c: ServiceContext,
  moderator: Moderator,
  stage: SessionStage = 'full',
): Promise<void> {
  const before = getCookie(c, COOKIE, prefix(service));
  if (before) await service.store.removeSession(sha256(before));
  const token = randomToken(32);
  const createdAt = service.now();
  const age = stage === 'full' ? SESSION_AGE.absolute : SESSION_AGE.half;
  await service.store.addSession({
    tokenHash: sha256(token),
    id: randomToken(16),
    moderator: moderator.id,
    stage,
    agent: browserName(c.req.header('user-agent')),
    createdAt,
    expiresAt: createdAt + age,
  });
  setCookie(c, COOKIE, token, {
    ...cookieScope(service),
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: age / 1000,
  });
}

/** Ends the session, here and in the store. */
export async function signOut(
  service: Service,
  c: ServiceContext,
  { tokenHash }: SignedIn,
): Promise<void> {
  await service.store.removeSession(tokenHash);
  deleteCookie(c, COOKIE, cookieScope(service));
}

/**
 * Refuses a form that is not one of the moderation pages' own. The browser must say so itself
 * (unlike an anonymous comment, this acts in somebody's name), and the form must carry the token.
 */
export function requireOwnForm(
  service: Service,
  c: ServiceContext,
  form?: { readonly fields: FormFields; readonly by: SignedIn },
): void {
  const source = sourceOf(
    {
      origin: c.req.header('origin'),
      fetchSite: c.req.header('sec-fetch-site'),
      host: c.req.header('host'),
    },
    new Set([service.settings.publicUrl.origin]),
  );
  const own = source === 'same' || source === 'trusted';
  if (!own || (form && oneOf(form.fields, 'token') !== form.by.formToken))
    throw new RequestProblem('foreign-origin');
}

/** What each role may do, as the roles whose work it includes. */
const INCLUDES = {
  moderator: ['moderator'],
  administrator: ['administrator', 'moderator'],
} as const satisfies Record<Role, readonly Role[]>;

/** Whether `by` may do what `role` may do. */
export function hasRole({ moderator }: SignedIn, role: Role): boolean {
  return (INCLUDES[moderator.role] as readonly Role[]).includes(role);
}

/** Refuses (403, `forbidden`) whoever may not do what `role` may do, and logs the attempt. */
export function requireRole({ log }: Service, by: SignedIn, role: Role): void {
  if (hasRole(by, role)) return;
  log('forbidden', { needs: role });
  throw new RequestProblem('forbidden');
}

function isHttps(service: Service): boolean {
  return service.settings.publicUrl.protocol === 'https:';
}

/** `__Secure-` keeps a plain-http page of the same host from planting a cookie. */
function prefix(service: Service): 'secure' | undefined {
  return isHttps(service) ? 'secure' : undefined;
}

function cookieScope(service: Service) {
  const secure = isHttps(service);
  return { path: '/moderation', secure, ...(secure && { prefix: 'secure' as const }) };
}
