import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredComment } from '../../src/comments/store/store.ts';
import { sampleComment } from './support/sample-comment.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startService();
  await running.service.store.addModerator({ id: 'm', name: 'M', email: 'm@m.mm', createdAt: 0 });
});
afterAll(() => running.stop());

let sent = 0;

/** Posts a comment and, if asked, has it published. */
async function write(
  fields: Record<string, string> = {},
  { publish = true }: { publish?: boolean } = {},
): Promise<StoredComment> {
  sent += 1;
  const response = await postComment(running, { comment: `Nᵒ ${sent}`, ...fields }, { json: true });
  expect(response.status).toBe(201);
  const { comment } = (await response.json()) as { comment: { id: string } };
  if (publish) await decide(comment.id, 'approved');
  const stored = await running.service.store.findComment(comment.id);
  if (!stored) throw new Error('not stored');
  return stored;
}

async function decide(id: string, to: 'approved' | 'rejected'): Promise<void> {
  const at = running.service.now();
  const decision = `${id}${to}`;
  await running.service.store.decide({ id: decision, comments: [id], to, moderator: 'm', at });
}

const readThread = async () => {
  running.wait(3_000);
  const answer = await (await running.fetch('/comments/threads/hybrid.json')).json();
  return (answer as { comments: { id: string; parent: string | null; under: string | null }[] })
    .comments;
};

describe('a reply', () => {
  test('stands under what it answers, two levels deep, once it is published', async () => {
    const first = await write();
    const second = await write();
    const reply = await write({ parent: first.id });
    const deeper = await write({ parent: reply.id });
    const waiting = await write({ parent: first.id }, { publish: false });
    expect((await readThread()).map(({ id, parent, under }) => [id, parent, under])).toEqual([
      [first.id, null, null],
      [reply.id, first.id, first.id],
      [deeper.id, reply.id, first.id],
      [second.id, null, null],
    ]);
    expect(waiting.parent).toBe(first.id);
  });

  test('answers nothing but a published comment of the same thread; what was typed stays', async () => {
    const waiting = await write({}, { publish: false });
    const taken = await write();
    await running.service.store.withdrawComment({ comment: taken.id, at: running.service.now() });
    await running.service.store.addComment(sampleComment({ id: 'elsewhere', tutorial: 'other' }));
    await decide('elsewhere', 'approved');
    for (const parent of [waiting.id, taken.id, 'elsewhere', 'nobody', '../x', 'a'.repeat(5000)]) {
      for (const intent of ['send', 'preview']) {
        const fields = { intent, parent, comment: 'Gardé' };
        const program = await postComment(running, fields, { json: true });
        expect(program.status).toBe(422);
        expect(await program.json()).toMatchObject({ code: 'parent-gone' });
        const page = await postComment(running, fields);
        expect(page.status).toBe(422);
        const text = await page.text();
        expect(text).toContain('n’est plus publié');
        expect(text).toContain('Gardé</textarea>');
        expect(text).toMatch(/name="parent" value=""/);
      }
    }
  });

  test('to another comment is another comment, though the words are the same', async () => {
    const [one, two] = [await write(), await write()];
    const comment = 'Merci !';
    const first = await write({ parent: one.id, comment });
    const second = await write({ parent: two.id, comment });
    expect(first.id).not.toBe(second.id);
  });

  test('is written without JavaScript under the comment that it answers', async () => {
    const first = await write({ comment: 'Une <b>question</b>', name: 'Zoé <b>' });
    const address = `/comments/threads/hybrid/reply/en/${first.id}`;
    const page = await (await running.fetch(address)).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<h1>Reply to Zoé &lt;b&gt;</h1>');
    expect(page).toContain('Une <b>question</b>');
    expect(page).toContain(`name="parent" value="${first.id}"`);
    // Errors keep the comment in sight.
    const again = await (await postComment(running, { parent: first.id, comment: '' })).text();
    expect(again).toContain('Une <b>question</b>');
    expect(again).toContain(`name="parent" value="${first.id}"`);
    for (const wrong of [
      `/comments/threads/hybrid/reply/de/${first.id}`,
      `/comments/threads/other/reply/en/${first.id}`,
      '/comments/threads/hybrid/reply/en/nobody',
    ])
      expect((await running.fetch(wrong)).status).toBe(404);
  });
});

describe('a picture', () => {
  test('follows from the address, whatever its case, and tells nothing of it', async () => {
    const [one, same, other] = [
      await write({ email: 'Awa@Example.org' }),
      await write({ email: 'awa@example.org' }),
      await write({ email: 'zoe@example.org' }),
    ];
    expect(one.avatar).toMatch(/^[\w-]{3}$/);
    expect(same.avatar).toBe(one.avatar);
    expect(other.avatar).not.toBe(one.avatar);
    const text = JSON.stringify(await readThread());
    expect(text).not.toContain('example.org');
  });
});
