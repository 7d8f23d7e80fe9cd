import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ModeratorClient, signedInModerator } from './support/moderator-client.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
let moderator: ModeratorClient;
let token: string;
beforeAll(async () => {
  running = await startService();
  moderator = await signedInModerator(running);
  token = await moderator.token();
});
afterAll(() => running.stop());

let id: string;
beforeEach(async () => {
  const fields = { name: `Awa ${Math.random()}`, comment: 'Un <b>mot</b><u>souligné</u>' };
  const response = await postComment(running, fields, { json: true });
  id = ((await response.json()) as { comment: { id: string } }).comment.id;
});

const store = () => running.service.store;
const find = async (comment = id) => store().findComment(comment);
const page = async (path: string) => (await moderator.get(path)).text();
const post = (path: string, fields: Record<string, string>) =>
  moderator.post(path, { token, ...fields });
const own = (what = '') => `/moderation/fr/comments/${id}${what}`;
const approve = () => moderator.decide({ act: `approved:${id}` });

describe('the page of a comment', () => {
  test('tells who, both texts, what went, the history of the address, and offers every state', async () => {
    await postComment(running, { comment: 'Un autre' });
    const html = await page(own());
    for (const shown of [
      'awa@example.org',
      'adresse non confirmée',
      'Un <b>mot</b>souligné',
      '&lt;u&gt;souligné&lt;/u&gt;',
      'balise non permise',
      'Approuver',
      'Refuser',
      'Marquer indésirable',
      'Modifier le texte',
      'Bloquer l’adresse',
    ])
      expect(html).toContain(shown);
    expect(html).toContain('href="/moderation/fr/all?author=awa%40example.org"');
    expect(html).not.toContain('Remettre en attente');
    await moderator.decide({ act: `spam:${id}` });
    expect(await page(own())).toContain('Remettre en attente');
    await moderator.decide({ act: `pending:${id}` });
    expect((await find())?.state).toBe('pending');
  });

  test('leads to the comments beside it in the queue that it was opened from', async () => {
    const query = '?sort=oldest&tab=pending';
    const html = await page(own(query));
    const previous = /href="([^"]+)" rel="prev"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(previous).toMatch(/^\/moderation\/fr\/comments\/[\w-]+\?sort=oldest&tab=pending$/);
    const before = await page(previous);
    expect(before.replaceAll('&amp;', '&')).toContain(`href="${own(query)}" rel="next"`);
    expect(html).toContain('href="/moderation/fr/pending?sort=oldest"');
  });

  test('is in both languages, and nowhere for what nobody wrote', async () => {
    expect(await page(`/moderation/en/comments/${id}`)).toContain('What was typed');
    expect((await moderator.get('/moderation/fr/comments/nobody')).status).toBe(404);
  });

  test('shows of what its author took back only that it was', async () => {
    await store().withdrawComment({ comment: id, at: running.service.now() });
    const html = await page(own());
    expect(html).toContain('retiré par la personne qui l’avait écrit');
    expect(html).toContain('Commentaire retiré par son auteur');
    expect(html).not.toContain('name="act"');
    for (const what of ['/edit', '/reply'])
      expect((await moderator.get(own(what))).status).toBe(404);
    expect((await post(own('/notes'), { note: 'x' })).status).toBe(404);
  });

  test('shows what a reply answers', async () => {
    await approve();
    const fields = { parent: id, name: 'Réponse', comment: 'Oui.' };
    const response = await postComment(running, fields, { json: true });
    const reply = ((await response.json()) as { comment: { id: string } }).comment.id;
    const html = await page(`/moderation/fr/comments/${reply}`);
    expect(html).toContain('En réponse à');
    expect(html).toContain('Un motsouligné');
  });
});

describe('editing', () => {
  const edit = (fields: Record<string, string>, seen = `${id}.0`) =>
    post(own('/edit'), { seen, ...fields });

  test('shows what will be published and removed before it is saved', async () => {
    expect(await page(own('/edit'))).toContain(
      'Un &lt;b&gt;mot&lt;/b&gt;&lt;u&gt;souligné&lt;/u&gt;',
    );
    const preview = await edit({ intent: 'preview', text: 'Neuf <i>!</i><u>x</u>' });
    expect(preview.status).toBe(200);
    const html = await preview.text();
    expect(html).toContain('Neuf <i>!</i>x');
    expect(html).toContain('<code>&lt;u&gt;</code>');
    expect((await find())?.editedAt).toBeNull();
  });

  test('keeps the original, which stays in reach, and marks the comment as edited', async () => {
    await approve();
    const saved = await edit({ intent: 'save', text: 'Corrigé' });
    expect(saved.headers.get('location')).toBe(own('?tab=approved&told=edited'));
    expect(await find()).toMatchObject({
      raw: 'Corrigé',
      html: '<p>Corrigé</p>',
      state: 'approved',
    });
    const html = await page(saved.headers.get('location') ?? '');
    expect(html).toContain('Le texte est modifié.');
    expect(html).toContain('Modifié par Modératrice');
    expect(html).toContain('Un &lt;b&gt;mot&lt;/b&gt;&lt;u&gt;souligné&lt;/u&gt;');
    const thread = await running.fetch('/comments/threads/hybrid.json');
    expect(await thread.text()).toContain('Corrigé');
    const published = (await store().approvedComments()).find((comment) => comment.id === id);
    expect(published?.editedAt).not.toBeNull();
  });

  test('is refused when nothing is left to read, and keeps what was typed', async () => {
    for (const [text, words] of [
      ['', 'Écrivez'],
      ['<script>x</script>', ''],
    ] as const) {
      const answer = await edit({ intent: 'save', text });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(words);
    }
    expect((await find())?.editedAt).toBeNull();
  });

  test('of what has changed meanwhile shows today’s text and keeps one’s own', async () => {
    await edit({ intent: 'save', text: 'Premier' });
    const second = await edit({ intent: 'save', text: 'Second' });
    expect(second.status).toBe(409);
    const html = await second.text();
    expect(html).toContain('Premier');
    expect(html).toContain('Second');
    expect((await find())?.raw).toBe('Premier');
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await edit({ intent: 'save', text: 'Second' }, seen)).status).toBe(303);
    expect((await find())?.raw).toBe('Second');
  });

  test('needs the form of this session', async () => {
    const fields = { intent: 'save', text: 'x', seen: `${id}.0`, token: 'f'.repeat(64) };
    expect((await post(own('/edit'), fields)).status).toBe(403);
    expect((await post(own('/reply'), fields)).status).toBe(403);
    expect((await post(own('/notes'), { note: 'x', token: '' })).status).toBe(403);
  });
});

describe('replying as a moderator', () => {
  test('publishes at once, marked, in the thread of the comment; undo takes it back', async () => {
    expect((await moderator.get(own('/reply'))).status).toBe(404);
    await approve();
    expect(await page(own('/reply'))).toContain('à votre nom (Modératrice)');
    const preview = await post(own('/reply'), { intent: 'preview', text: '<b>Oui</b>' });
    expect(await preview.text()).toContain('<p><b>Oui</b></p>');
    const sent = await post(own('/reply'), { intent: 'save', text: '<b>Oui</b>' });
    const location = sent.headers.get('location') ?? '';
    const reply = (await store().approvedComments()).find(({ parent }) => parent === id);
    expect(reply).toMatchObject({
      name: 'Modératrice',
      html: '<p><b>Oui</b></p>',
      moderator: true,
    });
    const html = await page(location);
    expect(html).toContain('Votre réponse est publiée.');
    const undo = /action="([^"]+\/undo)"/.exec(html)?.[1] ?? '';
    await post(undo, { back: '/pending' });
    expect((await store().approvedComments()).some(({ parent }) => parent === id)).toBe(false);
  });

  test('is held to the policy as everybody is', async () => {
    await approve();
    const sent = await post(own('/reply'), {
      intent: 'save',
      text: '<img src=x onerror=alert(1)>',
    });
    expect(sent.status).toBe(422);
  });
});

describe('notes', () => {
  test('are told to the other moderators, on the page and in the queue, and to nobody else', async () => {
    const sent = await post(own('/notes'), { note: 'Déjà vu <b>ailleurs</b> ?' });
    expect(sent.headers.get('location')).toBe(own('?tab=pending&told=noted#notes'));
    const html = await page(own());
    expect(html).toContain('Déjà vu &lt;b&gt;ailleurs&lt;/b&gt; ?');
    expect(html).toContain('Note sur un commentaire');
    expect(await page('/moderation/fr/pending?sort=newest')).toContain('Une note');
    await approve();
    const thread = await running.fetch('/comments/threads/hybrid.json');
    expect(await thread.text()).not.toContain('ailleurs');
  });

  test.each([
    ['', 'Écrivez la note.'],
    ['x'.repeat(2001), 'Raccourcissez la note'],
  ])('of the wrong length are refused with a sentence', async (note, words) => {
    const answer = await post(own('/notes'), { note });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect(await store().notesOf([id])).toEqual([]);
  });
});
