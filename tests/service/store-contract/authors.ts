import { describe, expect, test } from 'vitest';
import type { AuthorEdit } from '../../../src/comments/store/author-store.ts';
import type { StoredComment } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

export function authorContract(store: StoreInTest): void {
  const add = (changes = {}): Promise<StoredComment> =>
    store().addComment(sampleComment({ createdAt: NOW, ...changes }));
  const decide = (id: string, to: 'approved' | 'rejected', comments: string[]) =>
    store().decide({ id, comments, to, moderator: 'ann', at: NOW + 1 });
  const edit = (seen: AuthorEdit['seen'], changes: Partial<AuthorEdit> = {}) =>
    store().editComment({
      seen,
      raw: 'Autre',
      html: '<p>Autre</p>',
      policyVersion: 2,
      at: NOW + 5,
      to: 'pending',
      ...changes,
    });
  const find = async (id: string): Promise<StoredComment> => {
    const comment = await store().findComment(id);
    if (!comment) throw new Error('gone');
    return comment;
  };
  const acts = async (comment: string) =>
    (await store().auditLog({ limit: 10, comment })).entries.map(({ act, detail }) => ({
      act,
      detail,
    }));

  describe('an author', () => {
    test('changes a comment that waits', async () => {
      const comment = await add();
      const edited = await edit(comment);
      expect(edited).toEqual({
        ...comment,
        raw: 'Autre',
        html: '<p>Autre</p>',
        policyVersion: 2,
        editedAt: NOW + 5,
      });
      expect(await find(comment.id)).toEqual(edited);
      expect(await acts(comment.id)).toEqual([
        { act: 'author-edit', detail: { from: 'pending', to: 'pending' } },
      ]);
    });

    test('takes what was published back to the queue by changing it, where no undo publishes it', async () => {
      const comment = await add();
      await decide('yes', 'approved', [comment.id]);
      const edited = await edit(await find(comment.id));
      expect(edited).toMatchObject({ state: 'pending', decidedAt: null, raw: 'Autre' });
      expect(await store().approvedComments()).toEqual([]);
      expect(
        (await store().undo({ decision: 'yes', moderator: 'ann', at: NOW + 9 }))?.changes,
      ).toEqual([]);
    });

    test('leaves it published where the caller says that the change does not matter', async () => {
      const comment = await add();
      await decide('yes', 'approved', [comment.id]);
      const edited = await edit(await find(comment.id), { to: 'approved' });
      expect(edited).toMatchObject({ state: 'approved', decidedAt: NOW + 1, editedAt: NOW + 5 });
      const undone = await store().undo({ decision: 'yes', moderator: 'ann', at: NOW + 9 });
      expect(undone?.changes).toHaveLength(1);
    });

    test('does nothing to a comment that was decided, changed or taken back since', async () => {
      const comment = await add();
      expect(await edit({ ...comment, id: 'nobody' })).toBeNull();
      await edit(comment);
      expect(await edit(comment, { raw: 'B', at: NOW + 6 })).toBeNull();
      const second = await find(comment.id);
      expect(second.raw).toBe('Autre');
      await decide('no', 'rejected', [comment.id]);
      expect(await edit(second, { raw: 'C', at: NOW + 7 })).toBeNull();
      await store().withdrawComment({ comment: comment.id, at: NOW + 8 });
      expect(await edit(await find(comment.id), { raw: 'D', at: NOW + 9 })).toBeNull();
      expect(await acts(comment.id)).toHaveLength(2);
    });

    test('takes a comment back, once: nothing of the author stays', async () => {
      const comment = await add({ name: 'Secretname', email: 'Secret@Example.org' });
      await edit(comment);
      expect(await store().withdrawComment({ comment: comment.id, at: NOW + 9 })).toBe(true);
      expect(await store().withdrawComment({ comment: comment.id, at: NOW + 10 })).toBe(false);
      expect(await store().withdrawComment({ comment: 'nobody', at: NOW })).toBe(false);
      expect(await find(comment.id)).toMatchObject({
        state: 'rejected',
        name: '',
        email: '',
        website: null,
        raw: '',
        html: '',
        avatar: '',
        receiptHash: '',
        erasedAt: NOW + 9,
      });
      expect((await store().countByState()).pending).toBe(0);
      expect((await acts(comment.id))[0]).toEqual({
        act: 'withdrawn',
        detail: { from: 'pending' },
      });
    });

    test('takes back what is published: its place stays, and no undo brings it anywhere', async () => {
      const comment = await add();
      await decide('yes', 'approved', [comment.id]);
      await store().withdrawComment({ comment: comment.id, at: NOW + 9 });
      expect(await store().approvedComments()).toMatchObject([
        { id: comment.id, name: '', html: '', erasedAt: NOW + 9 },
      ]);
      expect(
        (await store().undo({ decision: 'yes', moderator: 'ann', at: NOW + 9 }))?.changes,
      ).toEqual([]);
    });

    test('adds jobs along with either act, and none when nothing was done', async () => {
      const comment = await add();
      const jobs = [{ kind: 'k', payload: {}, dueAt: NOW }];
      await edit(comment, { jobs });
      await edit(comment, { jobs });
      await store().withdrawComment({ comment: comment.id, at: NOW, jobs });
      await store().withdrawComment({ comment: comment.id, at: NOW, jobs });
      expect((await store().outboxState()).waiting).toBe(2);
    });
  });
}
