import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  findOrAddModerator,
  firstInvitation,
  INVITATION_AGE,
  invite,
} from '../../src/comments/moderation/invitations.ts';
import {
  ADDRESS,
  ModeratorClient,
  PASSWORD,
  signedInModerator,
} from './support/moderator-client.ts';
import { type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
beforeEach(async () => {
  running = await startService();
});
afterEach(() => running.stop());

const inFrench = (link: string) => link.replace('/moderation/', '/moderation/fr/');
const invited = async (email = 'bob@example.org') => {
  const { store, now } = running.service;
  const moderator = await findOrAddModerator(store, { name: 'Bob', email }, now());
  return inFrench(await invite(store, moderator, now()));
};

test('the first link asks who one is; afterwards there is no first link', async () => {
  const { store, now } = running.service;
  const link = (await firstInvitation(store, now())) ?? '';
  const again = (await firstInvitation(store, now())) ?? '';
  expect(again).not.toBe(link);
  const client = new ModeratorClient(running);
  const redirected = await client.get(link);
  expect(redirected.headers.get('location')).toMatch(
    /^\/moderation\/(fr|en)\/invitation\/[\w-]{43}$/,
  );
  const form = await (await client.get(inFrench(link))).text();
  expect(form).toContain('name="name"');
  const wrong = await client.post(inFrench(link), { name: '', email: 'x', password: 'court' });
  expect(wrong.status).toBe(422);
  expect((await wrong.text()).match(/aria-invalid="true"/g)).toHaveLength(3);
  const right = await client.post(inFrench(again), {
    name: 'Awa',
    email: ADDRESS,
    password: PASSWORD,
  });
  expect(right.headers.get('location')).toBe('/moderation/fr/pending');
  expect((await client.get('/moderation/fr/pending')).status).toBe(200);
  expect(await firstInvitation(store, now())).toBeNull();
  expect(await store.findModerator({ email: ADDRESS })).toMatchObject({ name: 'Awa' });
});

test('a link works once, and looking at it does not use it up', async () => {
  const link = await invited();
  const client = new ModeratorClient(running);
  for (let n = 0; n < 3; n += 1) expect((await client.get(link)).status).toBe(200);
  expect((await client.post(link, { password: PASSWORD })).status).toBe(303);
  expect((await client.get(link)).status).toBe(404);
  expect((await client.post(link, { password: 'un autre mot de passe' })).status).toBe(404);
  const other = new ModeratorClient(running);
  await other.post('/moderation/fr/sign-in', { email: 'bob@example.org', password: PASSWORD });
  expect((await other.get('/moderation/fr/pending')).status).toBe(200);
});

test('two who press at the same time: one of them gets in', async () => {
  const link = await invited();
  const both = [new ModeratorClient(running), new ModeratorClient(running)];
  const answers = await Promise.all(
    both.map((client) => client.post(link, { password: PASSWORD })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
});

test('once somebody is the first, no link that was printed for them makes another', async () => {
  const { store, now } = running.service;
  const links = [await firstInvitation(store, now()), await firstInvitation(store, now())];
  const answers = await Promise.all(
    links.map((link, n) =>
      new ModeratorClient(running).post(inFrench(link ?? ''), {
        name: 'Awa',
        email: `awa${n}@example.org`,
        password: PASSWORD,
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
  expect((await store.moderators()).filter(({ role }) => role === 'administrator')).toHaveLength(1);
});

test('somebody added by command is the first as well', async () => {
  const { store, now } = running.service;
  const link = (await firstInvitation(store, now())) ?? '';
  await findOrAddModerator(store, { name: 'Bob', email: 'bob@example.org' }, now());
  expect((await new ModeratorClient(running).get(inFrench(link))).status).toBe(404);
});

test('a link is good for seven days', async () => {
  const link = await invited();
  running.wait(INVITATION_AGE + 1000);
  const response = await new ModeratorClient(running).get(link);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('plus de sept jours');
});

test('a short password is sent back, and the link stays good', async () => {
  const link = await invited();
  const client = new ModeratorClient(running);
  const short = await client.post(link, { password: 'onze lettre' });
  expect(short.status).toBe(422);
  expect(await short.text()).toContain('au moins 12 caractères');
  expect((await client.post(link, { password: 'p'.repeat(257) })).status).toBe(422);
  expect((await client.post(link, { password: 'douze lettre' })).status).toBe(303);
});

test('a new password ends the sessions that were open under the old one', async () => {
  const moderator = await signedInModerator(running);
  const link = await invited(ADDRESS);
  await new ModeratorClient(running).post(link, { password: 'un tout autre mot' });
  expect((await moderator.get('/moderation/fr/pending')).status).toBe(303);
});

test('a form of another site cannot take a link up', async () => {
  const link = await invited();
  const client = new ModeratorClient(running);
  const foreign = { Origin: 'https://evil.example' };
  expect((await client.post(link, { password: PASSWORD }, foreign)).status).toBe(403);
  expect((await client.get(link)).status).toBe(200);
});
