import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN_ACTS } from '../../src/comments/moderation/act-text.ts';
import { WRITTEN_ACTS } from './support/audit-acts.ts';
import { type ModeratorClient, signedInModerator } from './support/moderator-client.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
let moderator: ModeratorClient;
beforeAll(async () => {
  running = await startService();
  moderator = await signedInModerator(running);
});
afterAll(() => running.stop());

const page = async (path: string) => (await moderator.get(path)).text();
const whats = (html: string): string[] =>
  [...html.matchAll(/class="journal-what">([^<]*)</g)].map(([, text]) => (text ?? '').trim());

test('has a sentence in both languages for every act that is written down anywhere', async () => {
  expect(WRITTEN_ACTS.length).toBeGreaterThan(10);
  for (const act of new Set([...WRITTEN_ACTS, ...KNOWN_ACTS])) {
    await running.service.store.addAudit({ at: 1, moderator: null, act });
    for (const locale of ['fr', 'en']) {
      const [what = ''] = whats(await page(`/moderation/${locale}/journal?act=${act}`));
      expect(what, `${locale} ${act}`).not.toBe(act);
      expect(what, `${locale} ${act}`).toMatch(/^\p{Lu}/u);
      expect(what).not.toContain('{{');
    }
  }
});

test('shows the code of an act that only a later release knows', async () => {
  await running.service.store.addAudit({
    at: running.service.now(),
    moderator: null,
    act: 'x-new',
  });
  expect(whats(await page('/moderation/fr/journal?act=x-new'))).toEqual(['x-new']);
});

test('tells decisions and all else in one list, by who, by what and on what', async () => {
  const { store, now } = running.service;
  const response = await postComment(running, {}, { json: true });
  const { id } = ((await response.json()) as { comment: { id: string } }).comment;
  await moderator.decide({ act: `spam:${id}` });
  running.wait(1000);
  const act = {
    at: now(),
    moderator: null,
    act: 'rule-added',
    detail: { kind: 'word', value: '<b>' },
  };
  await store.addAudit(act);
  const [first, second] = whats(await page('/moderation/fr/journal'));
  expect(first).toMatch(/^Règle ajoutée.*: &lt;b&gt;$/);
  expect(second).toBe('Un commentaire marqué indésirable.');
  const onComment = await page(`/moderation/fr/journal?comment=${id}`);
  expect(whats(onComment)).toEqual(['Un commentaire marqué indésirable.']);
  expect(onComment).toContain(`href="/moderation/fr/comments/${id}"`);
  const bySpam = whats(await page('/moderation/fr/journal?act=spam'));
  expect(new Set(bySpam)).toEqual(new Set(['Un commentaire marqué indésirable.']));
  const byService = whats(await page('/moderation/en/journal?moderator=service'));
  expect(byService).not.toContain('One comment marked as spam.');
});

test('is read page by page, with the filter', async () => {
  const { store, now } = running.service;
  for (let n = 0; n < 60; n += 1)
    await store.addAudit({
      at: now() + n,
      moderator: null,
      act: 'thread-closed',
      tutorial: 'hybrid',
    });
  const first = await page('/moderation/fr/journal?act=thread-closed');
  expect(whats(first)).toHaveLength(50);
  expect(first).toContain('Combiner les deux');
  const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(next).toContain('act=thread-closed');
  expect(whats(await page(next)).length).toBeGreaterThanOrEqual(10);
});
