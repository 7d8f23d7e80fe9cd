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

    test('are counted by state, none left out', async () => {
      expect(await store().countByState()).toEqual({
        pending: 0,
        approved: 0,
        rejected: 0,
        spam: 0,
      });
      const comments = await Promise.all([1, 2, 3].map(() => store().addComment(sampleComment())));
      const [one = ''] = comments.map(({ id }) => id);
      await store().decide({ id: 'd', comments: [one], to: 'spam', moderator: 'm', at: NOW });
      expect(await store().countByState()).toEqual({
        pending: 2,
        approved: 0,
        rejected: 0,
        spam: 1,
      });
    });

    test('wait in line: oldest first, page by page, each one once', async () => {
      const twins = { createdAt: NOW + 999_999 };
      const added = [];
      for (const changes of [{}, {}, twins, twins, twins, {}, {}]) {
        added.push(await store().addComment(sampleComment(changes)));
      }
      const pages = await readQueue(store, 'pending', 2);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
      const read = pages.flat();
      expect(read.toSorted(byAge)).toEqual(read);
      expect(new Set(read.map(({ id }) => id))).toEqual(new Set(added.map(({ id }) => id)));
    });

    test('that were decided are listed with the newest decision first', async () => {
      const ids = [];
      for (let n = 0; n < 5; n += 1) ids.push((await store().addComment(sampleComment())).id);
      for (const [n, id] of ids.entries()) {
        await store().decide({
          id: `d${n}`,
          comments: [id],
          to: 'rejected',
          moderator: 'm',
          at: NOW + n,
        });
      }
      const read = (await readQueue(store, 'rejected', 2)).flat();
      expect(read.map(({ id }) => id)).toEqual(ids.toReversed());
    });

    test('keep their page when one is added or decided between two pages', async () => {
      const ids = [];
      for (let n = 0; n < 4; n += 1) ids.push((await store().addComment(sampleComment())).id);
      const first = await store().queue({ state: 'pending', limit: 2 });
      const [decided = ''] = ids;
      await store().decide({ id: 'd', comments: [decided], to: 'spam', moderator: 'm', at: NOW });
      const second = await store().queue({ state: 'pending', limit: 2, before: first.next ?? '' });
      expect(second.comments.map(({ id }) => id)).toEqual(ids.slice(2));
      expect(second.next).toBeNull();
    });

    test('are listed from the top when the place to read on from is none of ours', async () => {
      const { id } = await store().addComment(sampleComment());
      for (const before of ['', 'x', "1' or 1=1", '1.', '99999999999999999999.a', '1.é']) {
        const { comments } = await store().queue({ state: 'pending', limit: 5, before });
        expect(comments.map((comment) => comment.id)).toEqual([id]);
      }
    });

    test('added all at once are all there', async () => {
      const comments = Array.from({ length: 50 }, () => sampleComment());
      await Promise.all(comments.map((comment) => store().addComment(comment)));
      expect((await store().countByState()).pending).toBe(50);
    });
  });
}

async function readQueue(
  store: StoreInTest,
  state: StoredComment['state'],
  limit: number,
): Promise<(readonly StoredComment[])[]> {
  const pages = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<ReturnType<StoreInTest>['queue']>> = await store().queue({
      state,
      limit,
      ...(before !== null && { before }),
    });
    pages.push(page.comments);
    before = page.next;
  } while (before !== null);
  return pages;
}

function byAge(one: StoredComment, other: StoredComment): number {
  return one.createdAt - other.createdAt;
}

function published(comment: StoredComment): object {
  const { id, tutorial, locale, name, website, html, createdAt } = comment;
  const { parent, avatar, editedAt, erasedAt } = comment;
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
  };
}
