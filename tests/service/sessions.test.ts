import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../src/comments/moderation/password.ts';
import { SESSION_AGE } from '../../src/comments/moderation/session.ts';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import {
  ADDRESS,
  ModeratorClient,
  PASSWORD,
  signedInModerator,
} from './support/moderator-client.ts';
import { type RunningService, startService } from './support/running-service.ts';

const MINUTE = 60_000;
let running: RunningService;
let moderator: ModeratorClient;
beforeEach(async () => {
  running = await startService();
  moderator = await signedInModerator(running);
});
afterEach(() => running.stop());

const signIn = (client: ModeratorClient, fields = {}, query = '') =>
  client.post(`/moderation/fr/sign-in${query}`, { email: ADDRESS, password: PASSWORD, ...fields });
const isIn = async (client: ModeratorClient) =>
  (await client.get('/moderation/fr/pending')).status === 200;

describe('signing in', () => {
  test('leads where one wanted to go, and only inside the moderation pages', async () => {
    const client = new ModeratorClient(running);
    const sent = await client.get('/moderation/fr/spam?before=1.a');
    expect(sent.headers.get('location')).toBe(
      '/moderation/fr/sign-in?then=%2Fmoderation%2Ffr%2Fspam%3Fbefore%3D1.a',
    );
    const back = await signIn(client, {}, '?then=%2Fmoderation%2Ffr%2Fspam%3Fbefore%3D1.a');
    expect(back.headers.get('location')).toBe('/moderation/fr/spam?before=1.a');
    for (const then of ['https://evil.example', '//evil.example', '/moderation/fr/../../x', '/fr/'])
      expect(
        (await signIn(client, {}, `?then=${encodeURIComponent(then)}`)).headers.get('location'),
      ).toBe('/moderation/fr/pending');
  });

  test('is refused in the same words for a wrong password and an unknown address', async () => {
    const client = new ModeratorClient(running);
    const wrong = await signIn(client, { password: 'pas le bon mot' });
    const unknown = await signIn(client, { email: 'personne@example.org' });
    const placeholder = await signIn(client, { email: 'first@moderator.invalid' });
    expect([wrong.status, unknown.status, placeholder.status]).toEqual([403, 403, 403]);
    const alert = async (response: Response) =>
      /role="alert">[^<]+/.exec(await response.text())?.[0];
    expect(await alert(wrong)).toContain('ne vont pas ensemble');
    expect(await alert(unknown)).toContain('ne vont pas ensemble');
    expect(client.cookie).toBe('');
  });

  test('costs the same work for an address that nobody has', async () => {
    const phc = await hashPassword(PASSWORD);
    const time = async (hash: string | null) => {
      const start = performance.now();
      for (let n = 0; n < 3; n += 1)
        expect(await verifyPassword('pas le bon mot', hash)).toBe(false);
      return performance.now() - start;
    };
    await time(null);
    // Without the decoy it would be a thousandth.
    expect(await time(null)).toBeGreaterThan((await time(phc)) / 10);
  });

  test('refuses forms of other sites', async () => {
    const client = new ModeratorClient(running);
    const fields = { email: ADDRESS, password: PASSWORD };
    const foreign = { Origin: 'https://evil.example' };
    expect((await client.post('/moderation/fr/sign-in', fields, foreign)).status).toBe(403);
    expect(client.cookie).toBe('');
  });

  test('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await signIn(new ModeratorClient(running));
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^moderator=[\w-]{43}; /);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/moderation'])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
  });

  test('ends the session that the browser had, and starts another', async () => {
    const before = moderator.cookie;
    await signIn(moderator);
    expect(moderator.cookie).not.toBe(before);
    const old = new ModeratorClient(running);
    old.cookie = before;
    expect([await isIn(old), await isIn(moderator)]).toEqual([false, true]);
  });
});

describe('a session', () => {
  test('is kept as a hash', async () => {
    const { readFileSync } = await import('node:fs');
    const token = moderator.cookie.split('=')[1] ?? '';
    const { dataDir } = running.service.settings;
    for (const file of ['comments.sqlite', 'comments.sqlite-wal'])
      expect(readFileSync(`${dataDir}/${file}`, 'latin1')).not.toContain(token);
  });

  test('ends when nobody uses it', async () => {
    running.wait(SESSION_AGE.idle - MINUTE);
    expect(await isIn(moderator)).toBe(true);
    running.wait(SESSION_AGE.idle + MINUTE);
    expect(await isIn(moderator)).toBe(false);
  });

  test('ends in the end, however much one uses it', async () => {
    const step = SESSION_AGE.idle / 2;
    for (let age = step; age < SESSION_AGE.absolute; age += step) {
      running.wait(step);
      expect(await isIn(moderator)).toBe(true);
    }
    running.wait(step);
    expect(await isIn(moderator)).toBe(false);
  });

  test('ends when one signs out', async () => {
    const { cookie } = moderator;
    const token = await moderator.token();
    const response = await moderator.post('/moderation/fr/sign-out', { token });
    expect(response.headers.get('set-cookie')).toMatch(/^moderator=; .*Max-Age=0/);
    moderator.cookie = cookie;
    expect(await isIn(moderator)).toBe(false);
  });
});

test('guessing is slowed down, by account and by place', async () => {
  await running.stop();
  running = await startService({ limits: LIMITS, env: { TRUST_PROXY: '1' } });
  moderator = await signedInModerator(running);
  const attempt = (n: number, email: string, password = 'mauvais essai') =>
    new ModeratorClient(running).post(
      '/moderation/fr/sign-in',
      { email, password },
      { 'X-Forwarded-For': `192.0.2.${n}` },
    );
  for (let n = 0; n < LIMITS.signInAs.limit; n += 1)
    expect((await attempt(n, ADDRESS)).status).toBe(403);
  const late = await attempt(200, ADDRESS, PASSWORD);
  expect(late.status).toBe(429);
  expect(await late.text()).toContain('quart d’heure');
  for (let n = 0; n < LIMITS.signInFrom.limit; n += 1) await attempt(7, `x${n}@example.org`);
  expect((await attempt(7, 'y@example.org')).status).toBe(429);
  running.wait(LIMITS.signInAs.windowMs);
  expect((await attempt(201, ADDRESS, PASSWORD)).status).toBe(303);
});

test('over https the cookie is Secure and bears its prefix', async () => {
  await running.stop();
  running = await startService({ env: { COMMENTS_URL: 'https://comments.example' } });
  moderator = await signedInModerator(running);
  const response = await signIn(moderator);
  expect(response.headers.get('set-cookie')).toMatch(/^__Secure-moderator=[\w-]{43}; .*Secure/);
  expect(await isIn(moderator)).toBe(true);
});
