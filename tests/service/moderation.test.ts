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

/** A new comment that waits; its id. */
async function newComment(fields: Record<string, string> = {}): Promise<string> {
  const response = await postComment(running, fields, { json: true });
  return ((await response.json()) as { comment: { id: string } }).comment.id;
}

const stateOf = async (id: string) => (await running.service.store.findComment(id))?.state;
const page = async (path: string) => (await moderator.get(path)).text();

describe('the queue', () => {
  test('shows who, what would be published, what was typed and what went, in both languages', async () => {
    await newComment({ website: 'example.org', comment: '<b>Gras</b><u>souligné</u>' });
    const french = await page('/moderation/fr/pending');
    for (const shown of [
      'awa@example.org',
      'https://example.org/',
      'Combiner les deux',
      '<b>Gras</b>souligné',
      '&lt;b&gt;Gras&lt;/b&gt;&lt;u&gt;souligné&lt;/u&gt;',
      '<code>&lt;u&gt;</code>',
      'balise non permise',
      'Approuver le commentaire de Awa',
    ])
      expect(french).toContain(shown);
    const english = await page('/moderation/en/pending');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Combining both');
    expect(english).toContain('Approve the comment by Awa');
  });

  test('counts each state and keeps the place in the other language', async () => {
    const html = await page('/moderation/fr/spam?before=1.a');
    expect(html).toMatch(/aria-current="page"\s*>\s*Indésirables/);
    expect(html).toContain('href="/moderation/en/spam?before=1.a"');
  });

  test('is read page by page, each comment once', async () => {
    for (let n = 0; n < 25; n += 1) await newComment({ name: `Page ${n}` });
    const seen: string[] = [];
    let path: string | undefined = '/moderation/fr/pending';
    while (path) {
      const html: string = await page(path);
      seen.push(
        ...[...html.matchAll(/name="comment" value="([\w-]+)"/g)].map(([, id]) => id ?? ''),
      );
      path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await running.service.store.countByState()).pending);
  });
});

describe('deciding', () => {
  let id: string;
  beforeEach(async () => {
    id = await newComment();
  });

  test.each(['approved', 'rejected', 'spam'] as const)(
    'one comment: %s, then undone',
    async (to) => {
      const decision = await moderator.decide({ act: `${to}:${id}` });
      expect(await stateOf(id)).toBe(to);
      const html = await page(`/moderation/fr/pending?done=${decision}`);
      expect(html).toContain('role="status"');
      expect(html).toContain(`/moderation/fr/decisions/${decision}/undo`);
      const token = await moderator.token();
      const undone = await moderator.post(`/moderation/fr/decisions/${decision}/undo`, {
        token,
        back: '/pending',
      });
      expect(undone.headers.get('location')).toBe(`/moderation/fr/pending?done=${decision}`);
      expect(await stateOf(id)).toBe('pending');
      expect(await page(`/moderation/fr/pending?done=${decision}`)).toContain('Décision annulée');
    },
  );

  test('all that are checked, undone from the journal', async () => {
    const other = await newComment({ name: 'Bachir' });
    const token = await moderator.token();
    const fields = new URLSearchParams({ token, act: 'rejected', state: 'pending' });
    fields.append('comment', id);
    fields.append('comment', other);
    const response = await moderator.post('/moderation/fr/decisions', fields);
    expect(response.headers.get('location')).toMatch(/^\/moderation\/fr\/pending\?done=[\w-]{22}$/);
    expect([await stateOf(id), await stateOf(other)]).toEqual(['rejected', 'rejected']);
    const journal = await page('/moderation/fr/journal');
    expect(journal).toContain('2 commentaires refusés.');
    expect(journal).toContain('Modératrice ·');
    const undo = /action="(\/moderation\/fr\/decisions\/[\w-]{22}\/undo)"/.exec(journal)?.[1] ?? '';
    const back = await moderator.post(undo, { token, back: '/journal' });
    expect(back.headers.get('location')).toBe('/moderation/fr/journal');
    expect([await stateOf(id), await stateOf(other)]).toEqual(['pending', 'pending']);
  });

  test('nothing when nothing is checked, or the comment is unknown, or the act is none', async () => {
    expect(await moderator.decide({ act: 'spam' })).toBe('');
    expect(await moderator.decide({ act: 'spam:unknown' })).toBe('');
    const token = await moderator.token();
    for (const act of ['delete', '', 'constructor', 'all'])
      expect(
        (await moderator.post('/moderation/fr/decisions', { token, act: `${act}:${id}` })).status,
      ).toBe(400);
    expect(await stateOf(id)).toBe('pending');
  });

  test('never from another site, nor without the form’s own token', async () => {
    const token = await moderator.token();
    const fields = { token, act: `approved:${id}` };
    const attempts = [
      moderator.post('/moderation/fr/decisions', fields, { Origin: 'https://evil.example' }),
      moderator.post('/moderation/fr/decisions', fields, { Origin: 'https://strates.example' }),
      moderator.post('/moderation/fr/decisions', fields, { Origin: 'null' }),
      moderator.post('/moderation/fr/decisions', { ...fields, token: '' }),
      moderator.post('/moderation/fr/decisions', { ...fields, token: 'f'.repeat(64) }),
      running.fetch('/moderation/fr/decisions', {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { Cookie: moderator.cookie },
      }),
    ];
    for (const attempt of attempts) expect((await attempt).status).toBe(403);
    expect(await stateOf(id)).toBe('pending');
  });

  test('never by following a link', async () => {
    const before = await running.service.store.countByState();
    const html = await page('/moderation/fr/pending');
    const links = [...html.matchAll(/href="(\/moderation\/[^"]+)"/g)].map(([, href]) => href ?? '');
    for (const link of new Set(links)) await moderator.get(link.replaceAll('&amp;', '&'));
    expect(await running.service.store.countByState()).toEqual(before);
  });

  test('not without a session: the moderator signs in and nothing was done', async () => {
    const response = await running.fetch('/moderation/en/decisions', {
      method: 'POST',
      body: new URLSearchParams({ act: `approved:${id}` }),
      headers: { Origin: running.base },
    });
    expect(response.headers.get('location')).toBe('/moderation/en/sign-in');
    expect(await stateOf(id)).toBe('pending');
  });
});
