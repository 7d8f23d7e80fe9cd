import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoredComment } from '../../src/comments/store/store.ts';
import {
  GOOD,
  postComment,
  type RunningService,
  SITE,
  startService,
} from './support/running-service.ts';

let running: RunningService;
/** The comment of the test, and the path of its receipt. */
let id: string;
let path: string;
beforeAll(async () => {
  running = await startService();
  await running.service.store.addModerator({ id: 'm', name: 'M', email: 'm@m.mm', createdAt: 0 });
});
afterAll(() => running.stop());

let sent = 0;
beforeEach(async () => {
  sent += 1;
  const response = await postComment(running, { comment: `Nᵒ ${sent}` }, { json: true });
  const { receipt, comment } = (await response.json()) as {
    receipt: string;
    comment: { id: string };
  };
  id = comment.id;
  path = `/comments/receipts/${receipt}`;
});

const change = (
  fields: Record<string, string>,
  { json = false, headers = {} }: { json?: boolean; headers?: Record<string, string> } = {},
): Promise<Response> =>
  running.fetch(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: SITE, ...(json && { Accept: 'application/json' }), ...headers },
  });

const stored = async (): Promise<StoredComment> => {
  const comment = await running.service.store.findComment(id);
  if (!comment) throw new Error('gone');
  return comment;
};

let decisions = 0;
async function decide(to: 'approved' | 'rejected' | 'spam'): Promise<void> {
  decisions += 1;
  const act = {
    id: `d${decisions}`,
    comments: [id],
    to,
    moderator: 'm',
    at: running.service.now(),
  };
  await running.service.store.decide(act);
}

const page = async () => (await running.fetch(path)).text();
const published = async () => {
  const answer = await (await running.fetch('/comments/threads/hybrid.json')).json();
  return (answer as { comments: { id: string }[] }).comments.map((comment) => comment.id);
};

describe('what waits', () => {
  test('can be edited however long it waits, with errors and a preview, without JavaScript', async () => {
    running.wait(86_400_000);
    const preview = await change({ intent: 'preview', comment: 'Un <b>autre</b> <u>texte</u>' });
    expect(preview.status).toBe(200);
    const shown = await preview.text();
    expect(shown).toContain('<p>Un <b>autre</b> texte</p>');
    expect(shown).toContain('&lt;u&gt;texte&lt;/u&gt;</textarea>');
    const empty = await change({ intent: 'edit', comment: ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Écrivez votre commentaire.');
    expect((await stored()).editedAt).toBeNull();

    const saved = await change({ intent: 'edit', comment: 'Un <b>autre</b>\r\ntexte' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, path]);
    expect(await page()).toContain('<p>Un <b>autre</b><br>texte</p>');
    expect(await stored()).toMatchObject({ state: 'pending', raw: 'Un <b>autre</b>\ntexte' });
  });

  test('tells its author the raw text, and a program what became of it', async () => {
    expect(await (await running.fetch(`${path}.json`)).json()).toMatchObject({
      state: 'pending',
      raw: `Nᵒ ${sent}`,
    });
    const answer = await change({ intent: 'edit', comment: 'Neuf' }, { json: true });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      state: 'pending',
      raw: 'Neuf',
      comment: { id, tree: [['p', {}, ['Neuf']]], editedAt: expect.any(Number) as number },
    });
    const wrong = await change({ intent: 'edit', comment: '' }, { json: true });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ errors: [{ field: 'comment' }] });
  });

  test('can be taken back, more than once, and is gone from the queue', async () => {
    expect((await change({ intent: 'withdraw' })).status).toBe(303);
    expect((await change({ intent: 'withdraw' })).status).toBe(303);
    const comment = await stored();
    expect([comment.name, comment.email, comment.raw, comment.html]).toEqual(['', '', '', '']);
    expect(comment.state).toBe('rejected');
    expect(await page()).toContain('Votre commentaire est retiré');
    const program = await change({ intent: 'withdraw' }, { json: true });
    expect(await program.json()).toMatchObject({ state: 'withdrawn', raw: null });
    expect((await change({ intent: 'edit', comment: 'x' })).status).toBe(409);
  });

  test('is not edited into the same text', async () => {
    await change({ intent: 'edit', comment: `Nᵒ ${sent}` });
    expect((await stored()).editedAt).toBeNull();
  });

  test('is another one once it was edited and its first words are sent anew', async () => {
    await change({ intent: 'edit', comment: 'Changé' });
    const again = await postComment(running, { comment: `Nᵒ ${sent}` });
    expect(again.headers.get('location')).not.toBe(path);
    expect((await stored()).raw).toBe('Changé');
  });
});

describe('what is published', () => {
  test('goes back to the queue when it is edited, at once and for all readers', async () => {
    await decide('approved');
    running.wait(3_000);
    expect(await published()).toContain(id);
    expect(await page()).toContain('name="intent" value="edit"');
    await change({ intent: 'edit', comment: 'Tout autre chose' });
    expect(await published()).not.toContain(id);
    expect(await stored()).toMatchObject({ state: 'pending', decidedAt: null });
    const [entry] = (await running.service.store.auditLog({ limit: 1, comment: id })).entries;
    expect(entry).toMatchObject({ act: 'author-edit', moderator: null, tutorial: 'hybrid' });
  });

  test('stays published when nothing but the amount of white space changed', async () => {
    await decide('approved');
    await change({ intent: 'edit', comment: ` Nᵒ\n\n${sent} ` });
    expect(await stored()).toMatchObject({ state: 'approved', html: `<p>Nᵒ</p><p>${sent}</p>` });
    // Taken away or put in, white space changes words and addresses.
    await change({ intent: 'edit', comment: `Nᵒ${sent}` });
    expect((await stored()).state).toBe('pending');
  });

  test('can be taken back, and is gone at once', async () => {
    await decide('approved');
    running.wait(3_000);
    expect(await published()).toContain(id);
    await change({ intent: 'withdraw' });
    expect(await published()).not.toContain(id);
  });

  test('leaves a place without words where somebody had replied', async () => {
    await decide('approved');
    const reply = await postComment(running, { parent: id, comment: `Re ${sent}` }, { json: true });
    const { comment } = (await reply.json()) as { comment: { id: string } };
    await running.service.store.decide({
      id: comment.id,
      comments: [comment.id],
      to: 'approved',
      moderator: 'm',
      at: running.service.now(),
    });
    await change({ intent: 'withdraw' });
    const answer = await (await running.fetch('/comments/threads/hybrid.json')).json();
    const { comments } = answer as { comments: Record<string, unknown>[] };
    expect(comments.find((each) => each['id'] === id)).toMatchObject({
      name: '',
      tree: [],
      erasedAt: expect.any(Number) as number,
    });
    expect(comments.find((each) => each['id'] === comment.id)).toMatchObject({ under: id });
  });

  test('can no longer be changed after fifteen minutes', async () => {
    running.wait(-5 * 60_000);
    await decide('approved');
    running.wait(5 * 60_000);
    const { createdAt } = await stored();
    running.wait(createdAt + 15 * 60_000 - running.service.now());
    expect(await page()).not.toContain('value="edit"');
    for (const intent of ['edit', 'preview', 'withdraw'])
      expect((await change({ intent, comment: 'x' })).status).toBe(409);
    expect(await (await running.fetch(`${path}.json`)).json()).toMatchObject({
      state: 'approved',
      raw: null,
    });
  });
});

describe('nobody', () => {
  test('changes what was declined', async () => {
    await decide('rejected');
    for (const intent of ['edit', 'withdraw'])
      expect((await change({ intent, comment: 'x' }, { json: true })).status).toBe(409);
  });

  test('changes anything without the receipt, from another site, or by looking', async () => {
    const right = path;
    path = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
    expect((await change({ intent: 'withdraw' })).status).toBe(404);
    path = right;
    const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    expect((await change({ intent: 'withdraw' }, { headers: foreign })).status).toBe(403);
    for (const intent of ['', 'send', 'delete'])
      expect((await change({ intent })).status).toBe(400);
    await running.fetch(`${path}?intent=withdraw`);
    expect(await stored()).toMatchObject({ state: 'pending', name: GOOD.name });
  });

  test('learns from the log who changed what', async () => {
    await change({ intent: 'edit', comment: 'secretword' });
    await change({ intent: 'withdraw' });
    expect(running.log.join('\n')).toContain('comment-withdrawn');
    expect(running.log.join('\n')).not.toContain('secretword');
    expect(running.log.join('\n')).not.toContain(path.split('/').at(-1));
  });
});

describe('an edit and a decision at the same moment', () => {
  test('publish no text that the moderator did not see', async () => {
    const seen = await stored();
    await change({ intent: 'edit', comment: 'Autre chose' });
    const act = { id: `late${sent}`, comments: [id], to: 'approved', moderator: 'm' } as const;
    const decision = await running.service.store.decide({
      ...act,
      at: running.service.now(),
      seen: new Map([[id, seen.editedAt]]),
    });
    expect(decision).toBeNull();
    expect((await stored()).state).toBe('pending');
  });

  test('never end with the new text under the old decision', async () => {
    const seen = await stored();
    const act = { id: `race${sent}`, comments: [id], to: 'approved', moderator: 'm' } as const;
    await Promise.all([
      change({ intent: 'edit', comment: 'Autre chose' }),
      running.service.store.decide({
        ...act,
        at: running.service.now(),
        seen: new Map([[id, seen.editedAt]]),
      }),
    ]);
    const { state, raw } = await stored();
    expect([state, raw]).not.toEqual(['approved', 'Autre chose']);
  });
});
