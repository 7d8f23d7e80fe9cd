import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import { ACCOUNT, afterPassword, auditedActs, isIn } from './support/account-client.ts';
import {
  ADDRESS,
  ModeratorClient,
  PASSWORD,
  signedInModerator,
} from './support/moderator-client.ts';
import { type RunningService, startService } from './support/running-service.ts';

const NEW = 'un tout autre mot de passe';
let running: RunningService;
let moderator: ModeratorClient;
beforeEach(async () => {
  running = await startService();
  moderator = await signedInModerator(running);
});
afterEach(() => running.stop());

const post = async (
  part: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) => moderator.post(`${ACCOUNT}/${part}`, { token: await moderator.token(), ...fields }, headers);
const account = async () =>
  (await running.service.store.findModerator({ email: ADDRESS })) ?? { id: '' };

describe('the profile', () => {
  const PROFILE = { name: 'Awa', language: 'en', mail: 'each' };

  test('is changed, and the page says so', async () => {
    const response = await post('profile', PROFILE);
    expect(response.headers.get('location')).toBe(`${ACCOUNT}?done=profile`);
    expect(await account()).toMatchObject({ name: 'Awa', locale: 'en', mail: 'each' });
    const page = await (await moderator.get(`${ACCOUNT}?done=profile`)).text();
    expect(page).toMatch(/role="status">\s*Profil enregistré/);
    expect(page).toMatch(/value="each"\s+checked/);
    // Nothing that one can write into the address is shown.
    expect(await (await moderator.get(`${ACCOUNT}?done=<b>x`)).text()).not.toContain('<b>x');
  });

  test('wants a name, and nothing that the form does not offer', async () => {
    const empty = await post('profile', { ...PROFILE, name: '\u200B ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toMatch(/aria-invalid="true"/);
    for (const wrong of [{ language: 'de' }, { mail: 'hourly' }, { mail: '' }])
      expect((await post('profile', { ...PROFILE, ...wrong })).status).toBe(400);
    expect(await account()).toMatchObject({ name: 'Modératrice', locale: 'fr' });
  });

  test('gives nobody a role', async () => {
    await post('profile', { ...PROFILE, role: 'moderator', email: 'x@example.org', id: 'x' });
    expect(await account()).toMatchObject({ role: 'administrator', name: 'Awa' });
  });
});

describe('the password', () => {
  test('is changed for the present one; other sessions end, this one gets another token', async () => {
    const { client: other } = await afterPassword(running);
    const before = moderator.cookie;
    const response = await post('password', { present: PASSWORD, password: NEW });
    expect(response.headers.get('location')).toBe(`${ACCOUNT}?done=password`);
    expect(moderator.cookie).not.toBe(before);
    const old = new ModeratorClient(running);
    old.cookie = before;
    expect([await isIn(moderator), await isIn(other), await isIn(old)]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await afterPassword(running)).to).toBeNull();
    expect((await afterPassword(running, { password: NEW })).to).toBe('/moderation/fr/pending');
    expect(await auditedActs(running)).toContain('password-changed');
  });

  test('stays when the present one is wrong or the new one too short', async () => {
    for (const fields of [
      { present: 'pas le bon mot', password: NEW },
      { present: '', password: NEW },
      { present: PASSWORD, password: 'court' },
      { present: PASSWORD, password: 'p'.repeat(257) },
    ])
      expect((await post('password', fields)).status).toBe(422);
    expect((await afterPassword(running)).to).toBe('/moderation/fr/pending');
  });

  test('cannot be guessed by who found a session open', async () => {
    await running.stop();
    running = await startService({ limits: LIMITS });
    moderator = await signedInModerator(running);
    const fields = { present: 'pas le bon mot', password: NEW };
    for (let n = 0; n < LIMITS.passwordAgain.limit; n += 1)
      expect((await post('password', fields)).status).toBe(422);
    expect((await post('password', { ...fields, present: PASSWORD })).status).toBe(429);
  });
});

describe('sessions', () => {
  const begin = async (userAgent: string) => {
    const client = new ModeratorClient(running);
    const fields = { email: ADDRESS, password: PASSWORD };
    await client.post('/moderation/fr/sign-in', fields, { 'User-Agent': userAgent });
    return client;
  };
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

  test('are listed by browser, this one marked, without anything that opens them', async () => {
    const other = await begin(FIREFOX);
    const page = await (await moderator.get(ACCOUNT)).text();
    expect(page).toContain('Firefox, Linux');
    expect(page.match(/cette session/g)).toHaveLength(1);
    for (const client of [moderator, other])
      expect(page).not.toContain(client.cookie.split('=')[1]);
    expect(page.match(/name="session"/g)).toHaveLength(1);
  });

  test('end one by one, at once', async () => {
    const [first, second] = [await begin(FIREFOX), await begin(FIREFOX)];
    const sessions = await running.service.store.sessionsOf((await account()).id, 0);
    const page = await (await first.get(ACCOUNT)).text();
    const ids = [...page.matchAll(/name="session"\s+value="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    const own = sessions.find(({ id }) => !ids.includes(id))?.id ?? '';
    expect((await post('sessions', { session: own })).status).toBe(303);
    expect([await isIn(first), await isIn(second), await isIn(moderator)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await auditedActs(running)).toContain('session-ended');
  });

  test('all others end together', async () => {
    const others = [await begin(FIREFOX), await begin('')];
    expect((await post('sessions', { others: '1' })).status).toBe(303);
    expect(await Promise.all(others.map(isIn))).toEqual([false, false]);
    expect(await isIn(moderator)).toBe(true);
  });

  test('of somebody else are out of reach', async () => {
    const { store, now } = running.service;
    await store.addModerator({ id: 'bob', name: 'Bob', email: 'b@example.org', createdAt: now() });
    const session = { tokenHash: 'h', id: 'of-bob', moderator: 'bob' };
    await store.addSession({ ...session, createdAt: now(), expiresAt: now() + 1e6 });
    await post('sessions', { session: 'of-bob' });
    await post('sessions', { others: '1' });
    expect(await store.findSession('h', now())).not.toBeNull();
  });

  test('a token that somebody planted is not taken up', async () => {
    const client = new ModeratorClient(running);
    client.cookie = `moderator=${'a'.repeat(43)}`;
    const planted = client.cookie;
    await client.post('/moderation/fr/sign-in', { email: ADDRESS, password: PASSWORD });
    expect(client.cookie).not.toBe(planted);
    const other = new ModeratorClient(running);
    other.cookie = planted;
    expect([await isIn(other), await isIn(client)]).toEqual([false, true]);
  });
});

test.each(['profile', 'password', 'sessions', 'second-factor', 'passkeys', 'passkeys/change'])(
  'the form %s is taken from our own pages, with this session’s token, and signed in',
  async (part) => {
    const token = await moderator.token();
    const path = `${ACCOUNT}/${part}`;
    const foreign = { Origin: 'https://evil.example' };
    expect((await moderator.post(path, { token }, foreign)).status).toBe(403);
    expect((await moderator.post(path, { token: 'x' })).status).toBe(403);
    expect((await moderator.post(path, {})).status).toBe(403);
    const { client } = await afterPassword(running);
    expect((await client.post(path, { token })).status).toBe(403);
    const nobody = await new ModeratorClient(running).post(path, { token });
    expect(nobody.headers.get('location')).toBe('/moderation/fr/sign-in');
  },
);
