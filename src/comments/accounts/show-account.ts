import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { pathLocale } from '../moderation/path-locale.ts';
import { SESSION_AGE, type SignedIn } from '../moderation/session.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { type AccountErrors, accountPage, DONE, type Done } from './account-page.ts';
import { creationOptions } from './passkey-options.ts';

/** `GET …/account`. */
export function showAccount(service: Service, c: ServiceContext, by: SignedIn): Promise<Response> {
  return accountAnswer(service, c, { by });
}

/** The account as it stands; with `errors`, what was wrong with a form of it. */
export async function accountAnswer(
  service: Service,
  c: ServiceContext,
  { by, errors = {} }: { by: SignedIn; errors?: AccountErrors },
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { store, settings, now } = service;
  const passkeys = await store.passkeysOf(by.moderator.id);
  return c.html(
    accountPage(service, {
      locale: pathLocale(c),
      by,
      factor: await store.secondFactor(by.moderator.id),
      factorRequired: settings.requireSecondFactor,
      passkeys,
      newPasskey: creationOptions(service, by, passkeys),
      sessions: await store.sessionsOf(by.moderator.id, now(), SESSION_AGE.idle),
      done: DONE.find((each) => each === c.req.query('done')) ?? null,
      errors,
    }),
    status,
  );
}

/** Back to the account, which says what was done. */
export function toAccount(c: ServiceContext, done: Done): Response {
  return c.redirect(`/moderation/${pathLocale(c)}/account?done=${done}`, 303);
}
