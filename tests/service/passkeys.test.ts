import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CHALLENGE_AGE } from '../../src/comments/accounts/challenge.ts';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import { ACCOUNT, auditedActs, isIn } from './support/account-client.ts';
import {
  ADDRESS,
  ModeratorClient,
  PASSWORD,
  signedInModerator,
} from './support/moderator-client.ts';
import { type RunningService, startService } from './support/running-service.ts';
import { type Oddity, SoftPasskey } from './support/soft-passkey.ts';

const SIGN_IN = '/moderation/fr/sign-in';
let running: RunningService;
let moderator: ModeratorClient;
let key: SoftPasskey;

interface Options {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: { readonly id: string };
  readonly user: { readonly id: string };
}

/** What the page asks WebAuthn for. */
async function optionsOn(client: ModeratorClient, path: string): Promise<Options> {
  const page = await (await client.get(path)).text();
  const json = /data-options="([^"]+)"/.exec(page)?.[1] ?? '';
  return JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Options;
}

async function add(
  client: ModeratorClient,
  made: SoftPasskey,
  { odd, ...fields }: { odd?: Oddity; present?: string; name?: string; credential?: string } = {},
): Promise<Response> {
  const options = await optionsOn(client, ACCOUNT);
  return client.post(`${ACCOUNT}/passkeys`, {
    token: await client.token(),
    name: 'Téléphone',
    present: PASSWORD,
    credential: made.create(options, odd),
    ...fields,
  });
}

/** Signs in from a new browser; the answer, and the browser. */
async function signIn(
  { odd, credential, query = '' }: { odd?: Oddity; credential?: string; query?: string } = {},
  headers: Record<string, string> = {},
): Promise<{ response: Response; client: ModeratorClient }> {
  const client = new ModeratorClient(running);
  const fields = { credential: credential ?? (await signed(odd)) };
  const response = await client.post(`${SIGN_IN}/passkey${query}`, fields, headers);
  return { response, client };
}

async function signed(odd?: Oddity): Promise<string> {
  const options = await optionsOn(new ModeratorClient(running), SIGN_IN);
  const { id = '' } = (await running.service.store.findModerator({ email: ADDRESS })) ?? {};
  return key.get(options, Buffer.from(id).toString('base64url'), odd);
}

beforeEach(async () => {
  running = await startService();
  moderator = await signedInModerator(running);
  key = new SoftPasskey(running.service.settings.publicUrl.origin);
});
afterEach(() => running.stop());

describe('adding a passkey', () => {
  test('keeps what the device made for this session', async () => {
    const options = await optionsOn(moderator, ACCOUNT);
    expect(options.rp?.id).toBe('localhost');
    const response = await add(moderator, key);
    expect(response.headers.get('location')).toBe(`${ACCOUNT}?done=passkey-added`);
    const page = await (await moderator.get(`${ACCOUNT}?done=passkey-added`)).text();
    expect(page).toContain('Clé d’accès ajoutée.');
    expect(page).toContain('value="Téléphone"');
    // The page asks the device not to make a second one.
    expect(page).toContain(key.id);
    expect(await auditedActs(running)).toContain('passkey-added');
  });

  test.each<[string, Oddity]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another host’s key', { rpId: 'evil.example' }],
    ['a device that did not check its user', { verified: false }],
    ['a signature for signing in', { type: 'webauthn.get' }],
  ])('refuses %s', async (_, odd) => {
    const response = await add(moderator, key, { odd });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('n’a pas été ajoutée');
    expect(await running.service.store.findPasskey(key.id)).toBeNull();
  });

  test('asks for a name and the present password', async () => {
    for (const fields of [{ name: ' ' }, { name: 'x'.repeat(61) }, { present: 'pas le bon' }])
      expect((await add(moderator, key, fields)).status).toBe(422);
    expect(await running.service.store.findPasskey(key.id)).toBeNull();
  });

  test('takes a challenge once, of this session, in its time', async () => {
    const options = await optionsOn(moderator, ACCOUNT);
    const credential = key.create(options);
    expect((await add(moderator, key, { credential })).status).toBe(303);
    const other = new SoftPasskey(running.service.settings.publicUrl.origin);
    expect((await add(moderator, other, { credential: other.create(options) })).status).toBe(422);
    const elsewhere = await optionsOn(new ModeratorClient(running), SIGN_IN);
    expect(
      (
        await add(moderator, other, {
          credential: other.create({ ...elsewhere, rp: { id: 'localhost' } }),
        })
      ).status,
    ).toBe(422);
    const late = await optionsOn(moderator, ACCOUNT);
    running.wait(CHALLENGE_AGE);
    expect((await add(moderator, other, { credential: other.create(late) })).status).toBe(422);
    expect((await add(moderator, other)).status).toBe(303);
  });

  test('takes a key once, and answers nonsense with the page', async () => {
    expect((await add(moderator, key)).status).toBe(303);
    const again = await add(moderator, key);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('déjà ajoutée');
    const whole = JSON.parse(key.create(await optionsOn(moderator, ACCOUNT))) as object;
    for (const credential of [
      '',
      '{}',
      'null',
      '[1]',
      'x'.repeat(10_000),
      JSON.stringify({ ...whole, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } }),
      JSON.stringify({ ...whole, response: null }),
      JSON.stringify({ ...whole, id: '../x' }),
    ])
      expect((await add(moderator, key, { credential })).status).toBe(422);
  });

  test('they are renamed and removed, by their owner alone', async () => {
    await add(moderator, key);
    const change = async (fields: Record<string, string>) =>
      moderator.post(`${ACCOUNT}/passkeys/change`, {
        token: await moderator.token(),
        passkey: key.id,
        ...fields,
      });
    expect((await change({ act: 'rename', name: 'Clé bleue' })).status).toBe(303);
    expect((await running.service.store.findPasskey(key.id))?.name).toBe('Clé bleue');
    expect((await change({ act: 'rename', name: '' })).status).toBe(422);
    expect((await change({ act: 'copy', name: 'x' })).status).toBe(400);
    await change({ act: 'remove', name: 'x' });
    expect(await running.service.store.findPasskey(key.id)).toBeNull();
    expect((await signIn()).response.status).toBe(403);
  });
});

describe('signing in with a passkey', () => {
  beforeEach(() => add(moderator, key));

  test('needs nothing else, and leads where one wanted to go', async () => {
    const query = '?then=%2Fmoderation%2Ffr%2Fjournal';
    const { response, client } = await signIn({ query });
    expect(response.headers.get('location')).toBe('/moderation/fr/journal');
    expect(await isIn(client)).toBe(true);
    expect((await running.service.store.findPasskey(key.id))?.lastUsedAt).not.toBeNull();
    const { response: astray } = await signIn({ query: '?then=%2F%2Fevil.example' });
    expect(astray.headers.get('location')).toBe('/moderation/fr/pending');
  });

  test('counts as both factors where one is wanted', async () => {
    await running.stop();
    running = await startService({ env: { REQUIRE_SECOND_FACTOR: '1' } });
    const { store, now } = running.service;
    key = new SoftPasskey(running.service.settings.publicUrl.origin);
    await store.addModerator({ id: 'awa', name: 'Awa', email: ADDRESS, createdAt: now() });
    const { publicKey } = await keptKey(key);
    await store.addPasskey({
      id: key.id,
      moderator: 'awa',
      name: 'x',
      publicKey,
      counter: 0,
      transports: [],
      createdAt: now(),
    });
    const { client } = await signIn();
    expect(await isIn(client)).toBe(true);
  });

  test.each<[string, Oddity]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another host’s key', { rpId: 'evil.example' }],
    ['a device that did not check its user', { verified: false }],
    ['a signature for making a key', { type: 'webauthn.create' }],
    ['the handle of somebody else', { userHandle: 'Ym9i' }],
  ])('refuses %s', async (_, odd) => {
    const { response, client } = await signIn({ odd });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('n’a pas été acceptée');
    expect(client.cookie).toBe('');
    expect(await auditedActs(running)).toContain('passkey-refused');
  });

  test('takes a signature once, however many send it', async () => {
    const credential = await signed();
    const answers = await Promise.all([1, 2, 3].map(() => signIn({ credential })));
    expect(answers.map(({ response }) => response.status).sort()).toEqual([303, 403, 403]);
  });

  test('takes one in its time, for this, by the key’s owner’s signature', async () => {
    const late = await signed();
    running.wait(CHALLENGE_AGE);
    expect((await signIn({ credential: late })).response.status).toBe(403);
    const body = JSON.parse(await signed()) as { id: string; response: Record<string, string> };
    const other = new SoftPasskey(running.service.settings.publicUrl.origin);
    const options = await optionsOn(new ModeratorClient(running), SIGN_IN);
    const forged = JSON.parse(other.get(options, body.response['userHandle'] ?? '')) as object;
    for (const credential of [
      JSON.stringify({ ...forged, id: body.id, rawId: body.id }),
      JSON.stringify(forged),
      JSON.stringify({ ...body, response: { ...body.response, signature: 'AAAA' } }),
      '{}',
      '',
    ])
      expect((await signIn({ credential })).response.status).toBe(403);
  });

  test('refuses a copy, whose counter has fallen behind', async () => {
    expect((await signIn({ odd: { counter: 7 } })).response.status).toBe(303);
    for (const counter of [7, 3, 0])
      expect((await signIn({ odd: { counter } })).response.status).toBe(403);
    expect((await signIn({ odd: { counter: 8 } })).response.status).toBe(303);
  });

  test('refuses who is disabled, and forms of other sites', async () => {
    const { store, now } = running.service;
    const foreign = { Origin: 'https://evil.example' };
    expect((await signIn({}, foreign)).response.status).toBe(403);
    await store.addModerator({
      id: 'bob',
      name: 'Bob',
      email: 'bob@example.org',
      role: 'administrator',
      createdAt: now(),
    });
    const account = await store.findModerator({ email: ADDRESS });
    await store.setPassword('bob', '$argon2id$…');
    expect(await store.disableModerator(account?.id ?? '', now())).toBe(true);
    const { response, client } = await signIn();
    expect(response.status).toBe(403);
    expect(client.cookie).toBe('');
  });
});

test('tries are counted by place', async () => {
  await running.stop();
  running = await startService({ limits: LIMITS });
  for (let n = 0; n < LIMITS.signInFrom.limit; n += 1)
    expect((await signIn({ credential: '{}' })).response.status).toBe(403);
  expect((await signIn({ credential: '{}' })).response.status).toBe(429);
});

/** The key as the service keeps it, taken out of what the device makes. */
async function keptKey(made: SoftPasskey): Promise<{ publicKey: string }> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { registrationInfo } = await verifyRegistrationResponse({
    response: JSON.parse(made.create({ challenge: 'AAAA', rp: { id: 'localhost' } })) as never,
    expectedChallenge: 'AAAA',
    expectedOrigin: running.service.settings.publicUrl.origin,
    expectedRPID: 'localhost',
  });
  const publicKey = registrationInfo?.credential.publicKey ?? new Uint8Array();
  return { publicKey: Buffer.from(publicKey).toString('base64url') };
}
