import { describe, expect, test } from 'vitest';
import type { StoredComment } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

export function commentContract(store: StoreInTest): void {
  describe('comments', () => {
    test('come back as they were given, waiting for a decision', async () => {
      const comment = sampleComment();
      const stored = {
        ...comment,
        state: 'pending',
        decidedAt: null,
        editedAt: null,
        erasedAt: null,
        moderator: false,
      };
      expect(await store().addComment(comment)).toEqual(stored);
      expect(await store().findComment(comment.id)).toEqual(stored);
    });

    test('keep every character: quotes, emoji, right to left, 64 kilobytes, no website', async () => {
      const comment = sampleComment({
        name: `O'Brien "﷽" ; drop table comments; --`,
        website: null,
        raw: `'\\"\n\t${'é🐳'.repeat(10_000)}`,
        locale: 'en',
      });
      await store().addComment(comment);
      expect(await store().findComment(comment.id)).toMatchObject(comment);
    });

    test('are added once: the same id again is refused and changes nothing', async () => {
      const comment = await store().addComment(sampleComment());
      const again = store().addComment(sampleComment({ id: comment.id, raw: 'other' }));
      await expect(again).rejects.toMatchObject({ name: 'StoreError', code: 'exists' });
      expect(await store().findComment(comment.id)).toEqual(comment);
    });

    test('with one id that arrive at once are one: the first is kept, the others are refused', async () => {
      const twins = [1, 2, 3, 4].map((n) => sampleComment({ id: 'twin', raw: String(n) }));
      const answers = await Promise.allSettled(twins.map((twin) => store().addComment(twin)));
      const [kept, ...more] = answers.flatMap((each) =>
        each.status === 'fulfilled' ? [each.value] : [],
      );
      expect(more).toEqual([]);
      expect(await store().findComment('twin')).toEqual(kept);
      expect(answers.filter((each) => each.status === 'rejected')).toEqual(
        [1, 2, 3].map(() => ({
          status: 'rejected',
          reason: expect.objectContaining({ code: 'exists' }),
        })),
      );
    });

    test('that nobody wrote are null', async () => {
      expect(await store().findComment('nobody')).toBeNull();
    });

    test('in a language that the site does not speak are refused', async () => {
      const comment = { ...sampleComment(), locale: 'de' as 'fr' };
      await expect(store().addComment(comment)).rejects.toThrow();
    });

    test('are public once approved, oldest first, without address, raw text or receipt', async () => {
      const [first, second, other] = [
        await store().addComment(sampleComment()),
        await store().addComment(sampleComment()),
        await store().addComment(sampleComment({ tutorial: 'hybrid' })),
      ];
      await store().addComment(sampleComment());
      expect(await store().approvedComments()).toEqual([]);
      const ids = [other.id, second.id, first.id];
      await store().decide({ id: 'd', comments: ids, to: 'approved', moderator: 'm', at: NOW });
      expect(await store().approvedComments()).toEqual([first, second, other].map(published));
      expect(await store().approvedComments('virtualization')).toEqual(
        [first, second].map(published),
      );
      expect(await store().approvedComments('hybrid')).toEqual([published(other)]);
      expect(await store().approvedComments('nothing')).toEqual([]);
    });

    test('added all at once are all there', async () => {
      const comments = Array.from({ length: 50 }, () => sampleComment());
      await Promise.all(comments.map((comment) => store().addComment(comment)));
      expect((await store().countByState()).pending).toBe(50);
    });
  });
}

function published(comment: StoredComment): object {
  const { id, tutorial, locale, name, website, html, createdAt } = comment;
  const { parent, avatar, editedAt, erasedAt, moderator } = comment;
  return {
    id,
    tutorial,
    locale,
    name,
    website,
    html,
    createdAt,
    parent,
    avatar,
    editedAt,
    erasedAt,
    moderator,
  };
}
