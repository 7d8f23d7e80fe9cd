import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postComment, type RunningService, SITE, startService } from './support/running-service.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

const pending = async () =>
  (await running.service.store.queue({ state: 'pending', limit: 100 })).comments;

describe('a browser without JavaScript', () => {
  test('is sent to a page that says that the comment waits and shows it to its author', async () => {
    const sent = await postComment(running, { comment: 'Ligne 1\r\n<b>Ligne 2</b><u>x</u>' });
    expect(sent.status).toBe(303);
    const location = sent.headers.get('location') ?? '';
    expect(location).toMatch(/^\/comments\/receipts\/[\w-]{44}$/);
    const page = await (await running.fetch(location)).text();
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('Votre commentaire attend la modération');
    expect(page).toContain('<b>Ligne 2</b>x');
    expect(page).toContain(`href="${SITE}/fr/tutoriels/hybride/#comments"`);
    expect(page).not.toContain('awa@example.org');
    const stored = (await pending()).at(-1);
    expect(stored).toMatchObject({ state: 'pending', raw: 'Ligne 1\n<b>Ligne 2</b><u>x</u>' });
    expect(location).not.toContain(stored?.receiptHash);
  });

  test('sees exactly what would be published, what went, and the form as it was', async () => {
    const before = (await pending()).length;
    const fields = { intent: 'preview', name: '', email: 'x', comment: '<u>a</u>\n<b>b</b>' };
    const response = await postComment(running, fields);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<div class="comment-body" lang="fr"><p>a<br><b>b</b></p></div>');
    expect(page).toContain('<code>&lt;u&gt;</code>');
    expect(page).toContain('>\n&lt;u&gt;a&lt;/u&gt;\n&lt;b&gt;b&lt;/b&gt;</textarea');
    expect(page).toMatch(/name="email"\s+type="email"\s+autocomplete="email"\s+value="x"/);
    expect((await pending()).length).toBe(before);
  });

  test('gets every error at once, in its language, each linked to its field, all text kept', async () => {
    const response = await postComment(running, {
      locale: 'en',
      name: ' \u200B ',
      email: 'nowhere',
      website: 'javascript:alert(1)',
      comment: '<script>gone</script>',
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/<title>Error: /);
    expect(page).toContain('4 fields need correcting');
    expect(page).toMatch(/role="alert"\s+tabindex="-1"\s+autofocus/);
    for (const field of ['name', 'email', 'website', 'comment']) {
      expect(page).toContain(`href="#comment-${field}"`);
      expect(page).toContain(`id="comment-${field}-error"`);
    }
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(4);
    expect(page).toContain('value="javascript:alert(1)"');
    expect(page).toContain('&lt;script&gt;gone&lt;/script&gt;');
  });

  test('may send the form as multipart', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ intent: 'send', locale: 'fr', name: 'Zoé' }))
      body.set(name, value);
    body.set('email', 'zoe@example.org');
    body.set('comment', 'Par multipart');
    const init = { method: 'POST', body, headers: { Origin: SITE } };
    expect((await running.fetch('/comments/threads/hybrid', init)).status).toBe(303);
    expect((await pending()).at(-1)).toMatchObject({ name: 'Zoé', raw: 'Par multipart' });
  });
});

describe('a program', () => {
  test('gets the comment as a tree, and a receipt that shows it', async () => {
    const response = await postComment(running, { locale: 'en' }, { json: true });
    expect(response.status).toBe(201);
    const { receipt, state, comment } = (await response.json()) as Record<string, unknown>;
    expect(state).toBe('pending');
    expect(comment).toMatchObject({
      name: 'Awa',
      tree: [['p', {}, ['Et avec ', ['strong', {}, ['Kata']], ' ?']]],
    });
    const seen = await running.fetch(`/comments/receipts/${String(receipt)}.json`);
    const raw = 'Et avec <strong>Kata</strong> ?';
    expect(await seen.json()).toEqual({ state: 'pending', tutorial: 'hybrid', comment, raw });
  });

  test('gets errors as a problem document', async () => {
    const response = await postComment(running, { email: '', comment: ' ' }, { json: true });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: '/comments/problems/wrong-fields',
      title: 'Some fields are wrong',
      status: 422,
      code: 'wrong-fields',
      errors: [
        { field: 'email', message: 'Indiquez votre adresse de messagerie.' },
        { field: 'comment', message: 'Écrivez votre commentaire.' },
      ],
    });
  });

  test('is told what a preview takes out, and why', async () => {
    const fields = { intent: 'preview', comment: 'a<u>b</u><a href="javascript:x">c</a>' };
    const response = await postComment(running, fields, { json: true });
    expect(await response.json()).toMatchObject({
      comment: { tree: [['p', {}, expect.anything()]] },
      removed: [
        { markup: '<u>', count: 1, reason: expect.stringContaining('balise non permise') },
        { markup: '<a href>', count: 1, reason: expect.stringContaining('http') },
      ],
    });
  });
});

describe('fields that are wrong', () => {
  test.each([
    ['name', 'n'.repeat(246), 'caractères au plus'],
    ['email', `${'e'.repeat(95)}@example.org`, 'caractères au plus'],
    ['website', `https://example.org/${'w'.repeat(200)}`, 'caractères au plus'],
    ['comment', 'c'.repeat(65_526), 'octets au plus'],
    ['comment', '<blockquote>'.repeat(100) + 'x', 'balises'],
  ])('%s too long or too deep is refused whole', async (field, value, words) => {
    const response = await postComment(running, { [field]: value }, { json: true });
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain(words);
  });
});

describe('the same words from the same person', () => {
  const send = async (fields: Record<string, string>) =>
    (await postComment(running, fields)).headers.get('location');
  const waiting = async (comment: string) =>
    (await pending()).filter(({ raw }) => raw === comment).length;

  test('sent by several clicks at once wait once, and each click gets the same receipt', async () => {
    const comment = 'Double clic';
    const locations = await Promise.all([1, 2, 3, 4].map(() => send({ comment })));
    expect(await waiting(comment)).toBe(1);
    expect(new Set(locations).size).toBe(1);
    const page = await (await running.fetch(locations[0] ?? '')).text();
    expect(page).toContain('<p>Double clic</p>');
  });

  test('sent by a program twice get the same answer twice', async () => {
    const answers = [1, 2].map(async () => {
      const response = await postComment(running, { comment: 'Deux fois' }, { json: true });
      return [response.status, response.headers.get('location'), await response.json()];
    });
    const [first, second] = await Promise.all(answers);
    expect(first?.[0]).toBe(201);
    expect(second).toEqual(first);
    expect(await waiting('Deux fois')).toBe(1);
  });

  test('are one for ten minutes', async () => {
    const comment = 'Dix minutes';
    const first = await send({ comment });
    running.wait(598_000);
    expect(await send({ comment })).toBe(first);
    running.wait(2_000);
    expect(await send({ comment })).not.toBe(first);
    expect(await waiting(comment)).toBe(2);
  });

  test('are another comment once a moderator has decided', async () => {
    const comment = 'Décidé';
    await send({ comment });
    const { store, now } = running.service;
    const [{ id } = { id: '' }] = (await pending()).filter(({ raw }) => raw === comment);
    await store.addModerator({ id, name: id, email: id, createdAt: 0, passwordHash: null });
    await store.decide({ id, comments: [id], to: 'rejected', moderator: id, at: now() });
    const again = await send({ comment });
    expect(await waiting(comment)).toBe(1);
    expect(again).not.toContain(id);
    expect((await running.fetch(again ?? '')).status).toBe(200);
  });

  test.each([
    { name: 'Zoé' },
    { email: 'zoe@example.org' },
    { website: 'https://zoe.example' },
    { comment: 'Autre chose ' },
  ])('are others with %j', async (change) => {
    const fields = { comment: 'Autre chose' };
    const first = await send(fields);
    expect(await send({ ...fields, ...change })).not.toBe(first);
    expect(await send(fields)).toBe(first);
  });
});

test('a receipt opens nothing when its secret, or its comment, is another', async () => {
  const location = (await postComment(running)).headers.get('location') ?? '';
  const other = location.slice(0, -1) + (location.endsWith('A') ? 'B' : 'A');
  const noSecret = location.slice(0, -22);
  for (const path of [other, noSecret, `/comments/receipts/${'A'.repeat(44)}`])
    expect((await running.fetch(path)).status).toBe(404);
});

test('a receipt tells that a comment was published or declined, and not why', async () => {
  const json = (await postComment(running, {}, { json: true })).json() as Promise<{
    receipt: string;
    comment: { id: string };
  }>;
  const { receipt, comment } = await json;
  const { store } = running.service;
  for (const [to, shown] of [
    ['approved', 'approved'],
    ['spam', 'declined'],
    ['rejected', 'declined'],
  ] as const) {
    await store.addModerator({ id: to, name: to, email: to, createdAt: 0, passwordHash: null });
    await store.decide({ id: to, comments: [comment.id], to, moderator: to, at: Date.now() });
    const seen = await running.fetch(`/comments/receipts/${receipt}.json`);
    expect(await seen.json()).toMatchObject({ state: shown });
    expect((await running.fetch(`/comments/receipts/${receipt}`)).status).toBe(200);
  }
});

test('nothing of a visitor is in the log', async () => {
  await postComment(running, { name: 'Secretname', comment: 'secretword' });
  const lines = running.log.join('\n');
  expect(lines).toContain('comment-received');
  expect(lines).not.toMatch(/Secretname|secretword|awa@|127\.0\.0\.1|::1|receipts\/[\w-]{44}/);
});
