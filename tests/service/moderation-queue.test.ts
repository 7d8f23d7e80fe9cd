import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ModeratorClient, signedInModerator } from './support/moderator-client.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
let moderator: ModeratorClient;
beforeAll(async () => {
  running = await startService();
  moderator = await signedInModerator(running);
});
afterAll(() => running.stop());

async function newComment(fields: Record<string, string> = {}): Promise<string> {
  const response = await postComment(running, fields, { json: true });
  return ((await response.json()) as { comment: { id: string } }).comment.id;
}

const stateOf = async (id: string) => (await running.service.store.findComment(id))?.state;
const page = async (path: string) => (await moderator.get(path)).text();
const listed = (html: string): string[] =>
  [...html.matchAll(/name="comment" value="([\w-]+)"/g)].map(([, id]) => id ?? '');
const listedAt = async (path: string) => listed(await page(path));
const hrefsOf = (html: string, start: string): string[] =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(start));

describe('filters', () => {
  let cafe: string;
  let english: string;
  beforeAll(async () => {
    cafe = await newComment({ name: 'Zoé', email: 'zoe@example.net', comment: 'Un café noir' });
    english = await newComment({ locale: 'en', comment: 'A cup of coffee' });
  });

  test('narrow a tab down by text, author and language, alone and together', async () => {
    expect(await listedAt('/moderation/fr/pending?text=CAFE')).toEqual([cafe]);
    expect(await listedAt('/moderation/fr/all?author=zoe%40example.net')).toEqual([cafe]);
    expect(await listedAt('/moderation/fr/all?author=zo')).toEqual([cafe]);
    expect(await listedAt('/moderation/en/pending?language=en')).toEqual([english]);
    expect(await listedAt('/moderation/fr/pending?text=cafe&language=en')).toEqual([]);
    expect(await listedAt('/moderation/fr/spam?text=cafe')).toEqual([]);
    expect(await listedAt('/moderation/fr/all?tutorial=virtualization')).toEqual([]);
  });

  test('stand in the form again, in the tabs and in the other language', async () => {
    const html = await page(
      '/moderation/fr/pending?text=%22caf%C3%A9%22+%26&language=fr&sort=newest',
    );
    expect(html).toContain('value="&quot;café&quot; &amp;"');
    expect(html).toMatch(/<option value="fr" selected>/);
    expect(html).toMatch(/<option value="newest" selected>/);
    const query = '?language=fr&text=%22caf%C3%A9%22+%26&sort=newest';
    expect(hrefsOf(html, '/moderation/fr/spam')).toEqual([`/moderation/fr/spam${query}`]);
    expect(hrefsOf(html, '/moderation/en/pending')).toEqual([`/moderation/en/pending${query}`]);
  });

  test('stay when one decides, and when one undoes', async () => {
    const html = await page('/moderation/fr/all?author=zoe%40example.net');
    const back = /name="back" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const token = await moderator.token();
    const act = { token, back, act: `spam:${cafe}` };
    const done = await moderator.post('/moderation/fr/decisions', act);
    const location = done.headers.get('location') ?? '';
    expect(location).toMatch(/^\/moderation\/fr\/all\?author=zoe%40example\.net&done=[\w-]{22}$/);
    const undo = /action="([^"]+\/undo)"/.exec(await page(location))?.[1] ?? '';
    const undone = await moderator.post(undo, { token, back });
    expect(undone.headers.get('location')).toBe(location);
    expect(await stateOf(cafe)).toBe('pending');
  });

  test('lead nowhere but to pages of the moderation', async () => {
    const token = await moderator.token();
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/../x',
      '/pending?x="><b>',
      '/sign-out',
    ]) {
      const answer = await moderator.post('/moderation/fr/decisions', { token, back, act: 'spam' });
      expect(answer.headers.get('location')).toBe('/moderation/fr/pending');
    }
  });

  test('are read page by page, each comment once', async () => {
    for (let n = 0; n < 22; n += 1) await newComment({ name: `Série ${n}`, comment: `suite ${n}` });
    const seen: string[] = [];
    let path: string | undefined = '/moderation/fr/pending?text=suite&sort=newest';
    while (path) {
      const html: string = await page(path);
      seen.push(...listed(html));
      path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect([seen.length, new Set(seen).size]).toEqual([22, 22]);
  });
});

describe('what was changed since it was seen', () => {
  test('is left out and told, and the rest is done', async () => {
    const [seen, changed] = [
      await newComment({ name: 'Vu' }),
      await newComment({ name: 'Changé' }),
    ];
    const html = await page('/moderation/fr/pending?sort=newest');
    const fields = new URLSearchParams({ token: await moderator.token(), act: 'approved' });
    for (const [, value] of html.matchAll(/name="seen" value="([^"]+)"/g))
      fields.append('seen', value ?? '');
    for (const id of [seen, changed]) fields.append('comment', id);
    const comment = await running.service.store.findComment(changed);
    await running.service.store.correctComment({
      seen: { id: changed, editedAt: comment?.editedAt ?? null },
      raw: 'Casino',
      html: '<p>Casino</p>',
      policyVersion: 1,
      moderator: 'x',
      at: running.service.now(),
    });
    const answer = await moderator.post('/moderation/fr/decisions', fields);
    expect(await stateOf(seen)).toBe('approved');
    expect(await stateOf(changed)).toBe('pending');
    const told = await page(answer.headers.get('location') ?? '');
    expect(told).toContain('Un commentaire approuvé.');
    expect(told).toContain('Un commentaire a été laissé de côté');
  });

  test('is not decided on by a form that says nothing of the version', async () => {
    const id = await newComment({ name: 'Sans version' });
    const text = { raw: 'x', html: '<p>x</p>', policyVersion: 1, moderator: 'x' };
    const at = running.service.now();
    await running.service.store.correctComment({ seen: { id, editedAt: null }, ...text, at });
    expect(await moderator.decide({ act: `approved:${id}` })).toBe('');
    expect(await stateOf(id)).toBe('pending');
  });
});

describe('every comment that matches', () => {
  let ids: string[];
  beforeEach(async () => {
    const name = `Lot ${Math.random()}`;
    ids = [];
    for (let n = 0; n < 25; n += 1) ids.push(await newComment({ name, comment: `publicité ${n}` }));
  });

  test('is decided on once its number was confirmed; what comes in meanwhile is not', async () => {
    const first = await page('/moderation/fr/pending?text=publicite');
    expect(first).toContain('action="/moderation/fr/matching"');
    const confirm = await page('/moderation/fr/matching?tab=pending&text=publicite&to=spam');
    const number = /(\d+) commentaires correspondent/.exec(confirm)?.[1];
    expect(Number(number)).toBeGreaterThanOrEqual(25);
    const late = await newComment({ name: 'Tard', comment: 'publicité tardive' });
    const seen = /name="seen" value="([^"]+)"/.exec(confirm)?.[1] ?? '';
    const fields = { token: await moderator.token(), matching: '1', seen, act: 'spam' };
    const answer = await moderator.post('/moderation/fr/decisions', {
      ...fields,
      back: '/pending?text=publicite',
    });
    expect(answer.headers.get('location')).toMatch(/\/pending\?text=publicite&done=/);
    for (const id of ids) expect(await stateOf(id)).toBe('spam');
    expect(await stateOf(late)).toBe('pending');
    const told = await page(answer.headers.get('location') ?? '');
    expect(told).toContain(`${number} commentaires marqués indésirables.`);
  });

  test('says so when there is none, and knows no other act', async () => {
    const none = await page('/moderation/en/matching?tab=spam&text=nothinglikeit&to=rejected');
    expect(none).toContain('No comment matches.');
    expect((await moderator.get('/moderation/en/matching?to=pending')).status).toBe(404);
  });
});
