import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SESSION_AGE } from '../../src/comments/moderation/session.ts';
import { createCommentsApp } from '../../src/comments/service/app.ts';
import { listen } from '../../src/comments/service/listen.ts';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import {
  afterPassword,
  auditedActs,
  codeOf,
  codesOn,
  enrolFactor,
  enrolmentOf,
  FACTOR,
  isIn,
  SECOND_FACTOR,
  wrongCode,
} from './support/account-client.ts';
import {
  ADDRESS,
  ModeratorClient,
  PASSWORD,
  signedInModerator,
} from './support/moderator-client.ts';
import { type RunningService, startService } from './support/running-service.ts';

const STEP = 30_000;
let running: RunningService;
let moderator: ModeratorClient;
let factor: { readonly secret: string; readonly codes: readonly string[] };

async function begin(options: Parameters<typeof startService>[0] = {}): Promise<void> {
  running = await startService(options);
  moderator = await signedInModerator(running);
}
const pass = async (client: ModeratorClient, fields: Record<string, string>, query = '') =>
  client.post(`${SECOND_FACTOR}${query}`, {
    token: await client.token(SECOND_FACTOR),
    ...fields,
  });

const hasFactor = async () =>
  (await running.service.store.moderators()).some(({ hasSecondFactor }) => hasSecondFactor);

afterEach(() => running.stop());

describe('setting it up', () => {
  beforeEach(() => begin());

  test('takes a code of the secret shown, and gives ten recovery codes once', async () => {
    const { token, sealed, secret } = await enrolmentOf(await moderator.get(FACTOR));
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const { store } = running.service;
    const { id = '' } = (await store.findModerator({ email: ADDRESS })) ?? {};
    // Looking at the page sets nothing up, and each look shows another secret.
    expect((await enrolmentOf(await moderator.get(FACTOR))).secret).not.toBe(secret);
    expect(await store.secondFactor(id)).toBeNull();
    const fields = { token, sealed, present: PASSWORD };
    const wrong = await moderator.post(FACTOR, { ...fields, code: wrongCode(running, secret) });
    expect(wrong.status).toBe(422);
    // The page comes back with the same secret: the app has it already.
    expect((await enrolmentOf(wrong)).secret).toBe(secret);
    const right = await moderator.post(FACTOR, { ...fields, code: codeOf(running, secret) });
    expect(right.status).toBe(200);
    const codes = codesOn(await right.text());
    expect(new Set(codes).size).toBe(10);
    expect((await store.secondFactor(id))?.codesLeft).toBe(10);
    const account = await (await moderator.get('/moderation/fr/account')).text();
    expect(account).toContain('Il reste 10 codes de secours');
    for (const code of codes) expect(account).not.toContain(code);
    expect(await auditedActs(running)).toContain('factor-set');
  });

  test('asks for the password, for a session left open is not its owner', async () => {
    const { token, sealed, secret } = await enrolmentOf(await moderator.get(FACTOR));
    const fields = { token, sealed, code: codeOf(running, secret) };
    for (const present of ['', 'pas le bon mot'])
      expect((await moderator.post(FACTOR, { ...fields, present })).status).toBe(422);
    expect(await hasFactor()).toBe(false);
  });

  test('takes no secret that this session was not shown', async () => {
    const { client: other } = await afterPassword(running);
    const shown = await enrolmentOf(await other.get(FACTOR));
    const token = await moderator.token(FACTOR);
    const code = codeOf(running, shown.secret);
    const fields = { token, sealed: shown.sealed, code, present: PASSWORD };
    const response = await moderator.post(FACTOR, fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('depuis trop longtemps');
  });

  test('ends the sessions that were begun without it, and asks for it from then on', async () => {
    const { client: other } = await afterPassword(running);
    expect(await isIn(other)).toBe(true);
    await enrolFactor(running, moderator);
    expect([await isIn(other), await isIn(moderator)]).toEqual([false, true]);
    const { client, to } = await afterPassword(running);
    expect(to).toBe('/moderation/fr/second-factor');
    expect(await isIn(client)).toBe(false);
  });

  test('keeps neither the secret nor a recovery code as they are', async () => {
    const { secret, codes } = await enrolFactor(running, moderator);
    const { dataDir } = running.service.settings;
    const kept = ['comments.sqlite', 'comments.sqlite-wal']
      .map((file) => readFileSync(`${dataDir}/${file}`, 'latin1'))
      .join('');
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(text);
    expect(running.log.join('\n')).not.toContain(secret);
  });
});

describe('signing in with it', () => {
  beforeEach(async () => {
    await begin();
    factor = await enrolFactor(running, moderator);
    running.wait(2 * STEP);
  });

  test('takes a code, changes the session’s token and leads where one wanted to go', async () => {
    const query = '?then=%2Fmoderation%2Ffr%2Fspam%3Fbefore%3D1.a';
    const { client, to } = await afterPassword(running, { query });
    expect(to).toBe(`/moderation/fr/second-factor${query}`);
    const half = client.cookie;
    const response = await pass(client, { code: codeOf(running, factor.secret) }, query);
    expect(response.headers.get('location')).toBe('/moderation/fr/spam?before=1.a');
    expect(client.cookie).not.toBe(half);
    expect(await isIn(client)).toBe(true);
    const old = new ModeratorClient(running);
    old.cookie = half;
    expect(await isIn(old)).toBe(false);
    expect((await old.get(SECOND_FACTOR)).headers.get('location')).toBe('/moderation/fr/sign-in');
  });

  test('leads nowhere but to a moderation page', async () => {
    for (const then of ['https://evil.example', '//evil.example', '/fr/', '/moderation/fr/../x']) {
      const { client } = await afterPassword(running);
      running.wait(2 * STEP);
      const code = codeOf(running, factor.secret);
      const response = await pass(client, { code }, `?then=${encodeURIComponent(then)}`);
      expect(response.headers.get('location')).toBe('/moderation/fr/pending');
    }
  });

  test('opens no page and does no act before the code', async () => {
    const { client } = await afterPassword(running);
    const token = await client.token(SECOND_FACTOR);
    for (const path of ['pending', 'journal', 'account', 'moderators', 'account/second-factor'])
      expect((await client.get(`/moderation/fr/${path}`)).headers.get('location')).toMatch(
        /^\/moderation\/fr\/sign-in/,
      );
    for (const path of ['decisions', 'account/password', 'account/profile', 'moderators']) {
      const fields = { token, act: 'approved', present: PASSWORD, password: 'un tout autre mot' };
      const response = await client.post(`/moderation/fr/${path}`, fields);
      expect(response.headers.get('location')).toBe('/moderation/fr/sign-in');
    }
    // Nor does the password put another factor in the place of the one there is.
    const other = await enrolmentOf(await moderator.get(FACTOR));
    const enrolled = await pass(client, {
      sealed: other.sealed,
      code: codeOf(running, other.secret),
    });
    expect(enrolled.status).toBe(403);
  });

  test('takes no code twice, not even at the same time, nor an earlier one', async () => {
    const code = codeOf(running, factor.secret);
    const { client: earlier } = await afterPassword(running);
    const before = codeOf(running, factor.secret, -1);
    const both = await Promise.all([afterPassword(running), afterPassword(running)]);
    const answers = await Promise.all(both.map(({ client }) => pass(client, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
    expect((await pass(earlier, { code })).status).toBe(403);
    expect((await pass(earlier, { code: before })).status).toBe(403);
    running.wait(STEP);
    expect((await pass(earlier, { code: codeOf(running, factor.secret) })).status).toBe(303);
  });

  test('takes each recovery code once', async () => {
    const [first = '', second = ''] = factor.codes;
    const { client } = await afterPassword(running);
    expect((await pass(client, { recovery: 'AAAAA-BBBBB' })).status).toBe(403);
    expect((await pass(client, { recovery: first.toLowerCase() })).status).toBe(303);
    expect(await isIn(client)).toBe(true);
    const { client: again } = await afterPassword(running);
    const used = await pass(again, { recovery: first });
    expect(used.status).toBe(403);
    expect(await used.text()).toContain('il a déjà servi');
    expect((await pass(again, { recovery: second })).status).toBe(303);
    expect(await auditedActs(running)).toContain('recovery-code-used');
  });

  test('waits ten minutes for the code', async () => {
    const { client } = await afterPassword(running);
    running.wait(SESSION_AGE.half - 1000);
    expect((await client.get(SECOND_FACTOR)).status).toBe(200);
    running.wait(1000);
    expect((await client.get(SECOND_FACTOR)).status).toBe(303);
  });

  test('refuses forms of other sites, and forms of another session', async () => {
    const { client } = await afterPassword(running);
    const { client: other } = await afterPassword(running);
    const code = codeOf(running, factor.secret);
    const token = await client.token(SECOND_FACTOR);
    const foreign = { Origin: 'https://evil.example' };
    expect((await client.post(SECOND_FACTOR, { token, code }, foreign)).status).toBe(403);
    expect((await other.post(SECOND_FACTOR, { token, code })).status).toBe(403);
    expect((await client.post(SECOND_FACTOR, { token, code })).status).toBe(303);
  });

  test('is asked for after a mailed link as well: it stands for the password alone', async () => {
    const { invite } = await import('../../src/comments/moderation/invitations.ts');
    const { store, now } = running.service;
    const account = await store.findModerator({ email: ADDRESS });
    if (!account) throw new Error('nobody moderates');
    const link = (await invite(store, account, now())).replace('/moderation/', '/moderation/fr/');
    const client = new ModeratorClient(running);
    const response = await client.post(link, { password: 'un tout autre mot' });
    expect(response.headers.get('location')).toBe('/moderation/fr/second-factor');
    expect(await isIn(client)).toBe(false);
    expect((await pass(client, { code: codeOf(running, factor.secret) })).status).toBe(303);
  });

  test('is not asked for any more once it is turned off, for the password', async () => {
    const change = `${FACTOR}/change`;
    const token = await moderator.token();
    const refused = await moderator.post(change, { token, act: 'remove', present: 'pas le bon' });
    expect(refused.status).toBe(422);
    const renewed = await moderator.post(change, { token, act: 'codes', present: PASSWORD });
    const codes = codesOn(await renewed.text());
    expect(codes).toHaveLength(10);
    const { client } = await afterPassword(running);
    expect((await pass(client, { recovery: factor.codes[0] ?? '' })).status).toBe(403);
    expect((await pass(client, { recovery: codes[0] ?? '' })).status).toBe(303);
    await moderator.post(change, { token, act: 'remove', present: PASSWORD });
    expect((await afterPassword(running)).to).toBe('/moderation/fr/pending');
    expect(await auditedActs(running)).toEqual(
      expect.arrayContaining(['factor-removed', 'recovery-codes-renewed', 'factor-failed']),
    );
  });
});

test('codes cannot be guessed: tries are counted by account, and recovery codes apart', async () => {
  await begin({ limits: LIMITS, env: { TRUST_PROXY: '1' } });
  factor = await enrolFactor(running, moderator);
  running.wait(LIMITS.secondFactor.windowMs);
  const from = (n: number) => ({ 'X-Forwarded-For': `192.0.2.${n}` });
  const { client } = await afterPassword(running);
  const token = await client.token(SECOND_FACTOR);
  const code = wrongCode(running, factor.secret);
  for (let n = 0; n < LIMITS.secondFactor.limit; n += 1)
    expect((await client.post(SECOND_FACTOR, { token, code }, from(n))).status).toBe(403);
  const right = { token, code: codeOf(running, factor.secret) };
  const late = await client.post(SECOND_FACTOR, right, from(99));
  expect(late.status).toBe(429);
  expect(await late.text()).toContain('quart d’heure');
  const recovered = await client.post(SECOND_FACTOR, { token, recovery: factor.codes[0] ?? '' });
  expect(recovered.status).toBe(303);
});

test('tries are counted together by processes that share a store', async () => {
  await begin({ limits: LIMITS });
  factor = await enrolFactor(running, moderator);
  running.wait(LIMITS.secondFactor.windowMs);
  const { settings } = running.service;
  const store = await openStore({ file: join(settings.dataDir, 'comments.sqlite') });
  const app = createCommentsApp({ ...running.service, store });
  const twin = await listen(app, { host: '127.0.0.1', port: 0 });
  const { client } = await afterPassword(running);
  const token = await client.token(SECOND_FACTOR);
  const there = (fields: Record<string, string>) =>
    fetch(`http://localhost:${twin.port}${SECOND_FACTOR}`, {
      method: 'POST',
      body: new URLSearchParams({ token, ...fields }),
      headers: { Cookie: client.cookie, Origin: `http://localhost:${twin.port}` },
      redirect: 'manual',
    });
  const code = wrongCode(running, factor.secret);
  const statuses = [];
  for (let n = 0; n < LIMITS.secondFactor.limit; n += 2)
    statuses.push(
      (await there({ code })).status,
      (await client.post(SECOND_FACTOR, { token, code })).status,
    );
  expect(new Set(statuses)).toEqual(new Set([403]));
  const right = codeOf(running, factor.secret);
  expect((await there({ code: right })).status).toBe(429);
  expect((await client.post(SECOND_FACTOR, { token, code: right })).status).toBe(429);
  await twin.stop();
  await store.close();
});

describe('where the operator wants it', () => {
  beforeEach(() => begin({ env: { REQUIRE_SECOND_FACTOR: '1' } }));

  test('nobody gets in without: it is set up at the sign-in', async () => {
    // The link of the first moderator led to it as well.
    expect(await isIn(moderator)).toBe(false);
    const { client, to } = await afterPassword(running);
    expect(to).toBe('/moderation/fr/second-factor');
    expect(await isIn(client)).toBe(false);
    const page = await client.get(SECOND_FACTOR);
    const { token, sealed, secret } = await enrolmentOf(page);
    expect((await client.post(SECOND_FACTOR, { token, code: '123456' })).status).toBe(422);
    const code = codeOf(running, secret);
    const response = await client.post(SECOND_FACTOR, { token, sealed, code });
    expect(codesOn(await response.text())).toHaveLength(10);
    expect(await isIn(client)).toBe(true);
    running.wait(2 * STEP);
    const again = await afterPassword(running);
    expect((await pass(again.client, { code: codeOf(running, secret) })).status).toBe(303);
  });

  test('it cannot be turned off', async () => {
    const { token, sealed, secret } = await enrolmentOf(await moderator.get(SECOND_FACTOR));
    await moderator.post(SECOND_FACTOR, { token, sealed, code: codeOf(running, secret) });
    const account = await (await moderator.get('/moderation/fr/account')).text();
    expect(account).not.toContain('value="remove"');
    const fields = { token: await moderator.token(), act: 'remove', present: PASSWORD };
    expect((await moderator.post(`${FACTOR}/change`, fields)).status).toBe(400);
    expect(await hasFactor()).toBe(true);
  });
});
