import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ACCOUNT,
  afterPassword,
  auditedActs,
  enrolFactor,
  isIn,
} from './support/account-client.ts';
import {
  ADDRESS,
  ModeratorClient,
  PASSWORD,
  signedInModerator,
} from './support/moderator-client.ts';
import { type RunningService, startService } from './support/running-service.ts';

const TEAM = '/moderation/fr/moderators';
const BOB = 'bob@example.org';
let running: RunningService;
let admin: ModeratorClient;
beforeEach(async () => {
  running = await startService();
  admin = await signedInModerator(running);
});
afterEach(() => running.stop());

const idOf = async (email: string) =>
  (await running.service.store.findModerator({ email }))?.id ?? '';
const linkOn = (page: string) =>
  new URL(/translate="no">(http[^<]+)</.exec(page)?.[1] ?? '').pathname.replace(
    '/moderation/',
    '/moderation/fr/',
  );
const invite = async (fields: Record<string, string> = {}) =>
  admin.post(TEAM, {
    token: await admin.token(),
    name: 'Bob',
    email: BOB,
    role: 'moderator',
    ...fields,
  });
const act = async (what: string, email = BOB, client = admin) =>
  client.post(`${TEAM}/change`, {
    token: await client.token(),
    moderator: await idOf(email),
    act: what,
  });

/** Bob, invited and signed in. */
async function bob(role = 'moderator'): Promise<ModeratorClient> {
  const link = linkOn(await (await invite({ role })).text());
  const client = new ModeratorClient(running);
  await client.post(link, { password: PASSWORD });
  return client;
}

test('an administrator invites somebody, by a link that is shown once', async () => {
  const response = await invite();
  expect(response.status).toBe(200);
  const link = linkOn(await response.text());
  expect(await (await admin.get(TEAM)).text()).not.toContain(link.split('/').at(-1));
  const client = new ModeratorClient(running);
  const taken = await client.post(link, { password: PASSWORD });
  expect(taken.headers.get('location')).toBe('/moderation/fr/pending');
  expect(await running.service.store.findModerator({ email: BOB })).toMatchObject({
    name: 'Bob',
    role: 'moderator',
    locale: 'fr',
  });
  expect(await auditedActs(running)).toEqual(
    expect.arrayContaining(['invited', 'invitation-taken', 'sign-in']),
  );
});

test('an invitation wants a name and an address that nobody has, and a role there is', async () => {
  for (const fields of [{ name: '' }, { email: 'x' }, { email: ADDRESS.toUpperCase() }]) {
    const response = await invite(fields);
    expect(response.status).toBe(422);
    expect((await response.text()).match(/aria-invalid="true"/g)).toHaveLength(1);
  }
  expect((await invite({ role: 'root' })).status).toBe(400);
});

test('moderators neither see the team nor change it, and have no link to it', async () => {
  const client = await bob();
  expect(await (await client.get(ACCOUNT)).text()).not.toContain(TEAM);
  expect(await (await admin.get(ACCOUNT)).text()).toContain(TEAM);
  const refused = await client.get(TEAM);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('n’a pas ce droit');
  const token = await client.token();
  const invitation = { token, name: 'Eve', email: 'eve@example.org', role: 'administrator' };
  expect((await client.post(TEAM, invitation)).status).toBe(403);
  for (const what of ['demote', 'disable', 'link', 'reset'])
    expect((await act(what, ADDRESS, client)).status).toBe(403);
  expect(await idOf('eve@example.org')).toBe('');
  expect((await running.service.store.findModerator({ email: ADDRESS }))?.role).toBe(
    'administrator',
  );
});

test('roles change, at the next request of whoever has them', async () => {
  const client = await bob();
  const done = await act('promote');
  const page = await (await admin.get(done.headers.get('location') ?? '')).text();
  expect(page).toContain('Bob administre désormais.');
  expect((await client.get(TEAM)).status).toBe(200);
  await act('demote');
  expect((await client.get(TEAM)).status).toBe(403);
  expect(await auditedActs(running)).toContain('role-changed');
});

test('who is disabled is out at once, cannot come back, and comes back when enabled', async () => {
  const client = await bob();
  const { client: half } = await afterPassword(running, { email: BOB });
  expect(await isIn(half)).toBe(true);
  await act('disable');
  expect([await isIn(client), await isIn(half)]).toEqual([false, false]);
  // The same words as for a wrong password: nobody learns which accounts there are.
  const refused = await new ModeratorClient(running).post('/moderation/fr/sign-in', {
    email: BOB,
    password: PASSWORD,
  });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('ne vont pas ensemble');
  expect((await act('link')).status).toBe(409);
  await act('enable');
  expect((await afterPassword(running, { email: BOB })).to).toBe('/moderation/fr/pending');
});

test('one administrator is left, whatever two do to each other at the same time', async () => {
  const client = await bob('administrator');
  const answers = await Promise.all([act('demote'), act('disable', ADDRESS, client)]);
  const [done, refused] = answers.map(({ status }) => status).sort();
  expect(done).toBe(303);
  // The last one, or no longer one of them.
  expect([403, 409]).toContain(refused);
  const left = (await running.service.store.moderators()).filter(
    ({ role, disabledAt }) => role === 'administrator' && disabledAt === null,
  );
  expect(left).toHaveLength(1);
});

test('nobody acts on their own account here, nor on one that is not there', async () => {
  const page = await (await admin.get(TEAM)).text();
  expect(page).not.toContain('value="disable"');
  for (const what of ['demote', 'disable']) expect((await act(what, ADDRESS)).status).toBe(409);
  expect((await act('disable', 'nobody@example.org')).status).toBe(400);
  expect((await act('explode', ADDRESS)).status).toBe(400);
  expect((await act('disable', 'first@moderator.invalid')).status).toBe(400);
  expect(page).not.toContain('moderator.invalid');
});

test('a lost phone: the factors are taken away, and the sessions end', async () => {
  const client = await bob();
  await enrolFactor(running, client);
  expect((await afterPassword(running, { email: BOB })).to).toBe('/moderation/fr/second-factor');
  await act('reset');
  expect(await isIn(client)).toBe(false);
  expect((await afterPassword(running, { email: BOB })).to).toBe('/moderation/fr/pending');
  expect(await auditedActs(running)).toContain('factors-reset');
});

test('a lost password: a new link sets another', async () => {
  await bob();
  const link = linkOn(await (await act('link')).text());
  await new ModeratorClient(running).post(link, { password: 'un tout autre mot' });
  expect((await afterPassword(running, { email: BOB })).to).toBeNull();
  const again = await afterPassword(running, { email: BOB, password: 'un tout autre mot' });
  expect(again.to).toBe('/moderation/fr/pending');
});

test('forms of other sites do nothing to the team', async () => {
  const token = await admin.token();
  const fields = { token, name: 'Eve', email: 'eve@example.org', role: 'administrator' };
  const foreign = { Origin: 'https://evil.example' };
  expect((await admin.post(TEAM, fields, foreign)).status).toBe(403);
  expect((await admin.post(TEAM, { ...fields, token: 'x' })).status).toBe(403);
  expect((await admin.post(`${TEAM}/change`, { moderator: 'x', act: 'disable' })).status).toBe(403);
  expect(await idOf('eve@example.org')).toBe('');
});
