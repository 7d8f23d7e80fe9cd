import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModeratorClient, signedInModerator } from './support/moderator-client.ts';
import { postComment, type RunningService, SITE, startService } from './support/running-service.ts';

let running: RunningService;
let moderator: ModeratorClient;
beforeAll(async () => {
  running = await startService();
  moderator = await signedInModerator(running);
});
afterAll(() => running.stop());

const thread = () => running.fetch('/comments/threads/hybrid.json', { headers: { Origin: SITE } });

test('only approved comments are public, without address, raw text or receipt', async () => {
  await postComment(running, { name: 'Publié', website: 'example.org' });
  await postComment(running, { name: 'Attend' });
  const [first] = (await running.service.store.queue({ state: 'pending', limit: 9 })).comments;
  await moderator.decide({ act: `approved:${first?.id ?? ''}` });
  const response = await thread();
  const text = await response.text();
  expect(JSON.parse(text)).toEqual({
    tutorial: 'hybrid',
    comments: [
      {
        id: first?.id,
        locale: 'fr',
        name: 'Publié',
        website: 'https://example.org/',
        avatar: first?.avatar,
        createdAt: first?.createdAt,
        editedAt: null,
        erasedAt: null,
        parent: null,
        under: null,
        moderator: false,
        tree: [['p', {}, ['Et avec ', ['strong', {}, ['Kata']], ' ?']]],
      },
    ],
  });
  expect(text).not.toMatch(/awa@|Attend|receipt|raw/);
  const all = await (await running.fetch('/comments/approved.json')).text();
  expect(JSON.parse(all)).toMatchObject({ comments: [{ tutorial: 'hybrid', name: 'Publié' }] });
  expect(all).not.toMatch(/awa@|Attend|receipt|raw/);
});

test('a decision shows at once, and undoing it too', async () => {
  const before = await (await thread()).text();
  const [waiting] = (await running.service.store.queue({ state: 'pending', limit: 9 })).comments;
  const decision = await moderator.decide({ act: `approved:${waiting?.id ?? ''}` });
  expect(await (await thread()).text()).toContain('Attend');
  const token = await moderator.token();
  await moderator.post(`/moderation/fr/decisions/${decision}/undo`, { token, back: '/pending' });
  expect(await (await thread()).text()).toBe(before);
});

test('whoever has the latest is told so in a few bytes', async () => {
  const etag = (await thread()).headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const headers = { 'If-None-Match': known };
    const again = await running.fetch('/comments/threads/hybrid.json', { headers });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  const other = { 'If-None-Match': '"other"' };
  expect((await running.fetch('/comments/threads/hybrid.json', { headers: other })).status).toBe(
    200,
  );
});

test('a thousand readers at once cost one query', async () => {
  const { store } = running.service;
  const original = store.approvedComments.bind(store);
  let queries = 0;
  store.approvedComments = (tutorial) => {
    queries += 1;
    return original(tutorial);
  };
  running.wait(60_000);
  const answers = await Promise.all(Array.from({ length: 1000 }, thread));
  store.approvedComments = original;
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(queries).toBeLessThanOrEqual(5);
});

test('health', async () => {
  expect(await (await running.fetch('/comments/health')).json()).toEqual({ status: 'ok' });
});
