import { TOTP } from 'otpauth';
import { ADDRESS, ModeratorClient, PASSWORD } from './moderator-client.ts';
import type { RunningService } from './running-service.ts';

export const ACCOUNT = '/moderation/fr/account';
export const FACTOR = `${ACCOUNT}/second-factor`;
export const SECOND_FACTOR = '/moderation/fr/second-factor';

/** The code of an authenticator app at the service's time, `steps` later. */
export function codeOf(running: RunningService, secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: running.service.now() + steps * 30_000 });
}

/** A code that is not good now. */
export function wrongCode(running: RunningService, secret: string): string {
  const good = new Set([-1, 0, 1].map((steps) => codeOf(running, secret, steps)));
  return ['000000', '111111', '222222', '333333'].find((code) => !good.has(code)) ?? '';
}

/** What an enrolment page shows. */
export async function enrolmentOf(response: Response): Promise<{
  readonly token: string;
  readonly sealed: string;
  readonly secret: string;
}> {
  const page = await response.text();
  return {
    token: valueOf(page, 'token'),
    sealed: valueOf(page, 'sealed'),
    secret: (/<code translate="no">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', ''),
  };
}

/** The recovery codes that a page shows. */
export function codesOn(page: string): readonly string[] {
  return [...page.matchAll(/<li><code>([A-Z2-7-]+)<\/code>/g)].map(([, code = '']) => code);
}

/** Sets a second factor up on the account page; the secret and the recovery codes. */
export async function enrolFactor(
  running: RunningService,
  client: ModeratorClient,
): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  const { token, sealed, secret } = await enrolmentOf(await client.get(FACTOR));
  const code = codeOf(running, secret);
  const response = await client.post(FACTOR, { token, sealed, code, present: PASSWORD });
  return { secret, codes: codesOn(await response.text()) };
}

/** A client that has shown the password, and where that led. */
export async function afterPassword(
  running: RunningService,
  { email = ADDRESS, password = PASSWORD, query = '' } = {},
): Promise<{ readonly client: ModeratorClient; readonly to: string | null }> {
  const client = new ModeratorClient(running);
  const response = await client.post(`/moderation/fr/sign-in${query}`, { email, password });
  return { client, to: response.headers.get('location') };
}

/** The value of a hidden field. */
export function valueOf(page: string, name: string): string {
  return new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(page)?.[1] ?? '';
}

/** The acts of the audit, latest first. */
export async function auditedActs({ service }: RunningService): Promise<readonly string[]> {
  const { entries } = await service.store.auditLog({ limit: 100 });
  return entries.map(({ act }) => act);
}

export async function isIn(client: ModeratorClient): Promise<boolean> {
  return (await client.get(ACCOUNT)).status === 200;
}
