import { describe, expect, test } from 'vitest';
import type { CommentState } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

export function decisionContract(store: StoreInTest): void {
  const added = async (): Promise<string> => (await store().addComment(sampleComment())).id;
  const decide = (id: string, to: CommentState, comments: string[], at = NOW) =>
    store().decide({ id, comments, to, moderator: 'ann', at });
  const undo = (decision: string, at = NOW + 10) =>
    store().undo({ decision, moderator: 'bob', at });
  const stateOf = async (id: string) => {
    const comment = await store().findComment(id);
    return comment && { state: comment.state, decidedAt: comment.decidedAt };
  };

  describe('decisions', () => {
    test('move comments and say what each was before', async () => {
      const [one, two] = [await added(), await added()];
      await decide('first', 'spam', [two]);
      const decision = await decide('second', 'approved', [one, two], NOW + 1);
      expect(decision).toEqual({
        id: 'second',
        moderator: 'ann',
        at: NOW + 1,
        to: 'approved',
        changes: decision?.changes,
        undoneAt: null,
        undoneBy: null,
      });
      expect(decision?.changes).toContainEqual({ comment: one, from: 'pending' });
      expect(decision?.changes).toContainEqual({ comment: two, from: 'spam' });
      expect(await stateOf(one)).toEqual({ state: 'approved', decidedAt: NOW + 1 });
    });

    test('count a comment once however often it is named, and leave out what nobody wrote', async () => {
      const one = await added();
      const decision = await decide('d', 'approved', [one, one, 'nobody', one]);
      expect(decision?.changes).toEqual([{ comment: one, from: 'pending' }]);
    });

    test('that change nothing are null and leave no trace', async () => {
      const one = await added();
      await decide('d', 'approved', [one]);
      expect(await decide('again', 'approved', [one], NOW + 5)).toBeNull();
      expect(await decide('void', 'approved', [])).toBeNull();
      expect(await stateOf(one)).toEqual({ state: 'approved', decidedAt: NOW });
      expect((await store().journal(10)).map(({ id }) => id)).toEqual(['d']);
    });

    test('are whole or not at all: an id taken twice moves nothing', async () => {
      const [one, two] = [await added(), await added()];
      await decide('d', 'approved', [one]);
      await expect(decide('d', 'approved', [two])).rejects.toThrow();
      expect(await stateOf(two)).toEqual({ state: 'pending', decidedAt: null });
    });

    test('leave out what was changed since the moderator saw it, and take the rest', async () => {
      const [seen, changed] = [await added(), await store().addComment(sampleComment())];
      const text = { raw: 'Casino', html: '<p>Casino</p>', policyVersion: 1, at: NOW + 5 };
      await store().editComment({ seen: changed, ...text, to: 'pending' });
      const versions = new Map([seen, changed.id].map((id) => [id, null] as const));
      const act = { comments: [...versions.keys()], to: 'approved', moderator: 'ann' } as const;
      const decision = await store().decide({ ...act, id: 'd', at: NOW + 6, seen: versions });
      expect(decision?.changes).toEqual([{ comment: seen, from: 'pending' }]);
      expect(await stateOf(changed.id)).toMatchObject({ state: 'pending' });
      const again = new Map([[changed.id, NOW + 5]]);
      expect(await store().decide({ ...act, id: 'e', at: NOW + 7, seen: again })).not.toBeNull();
    });

    test('leave out what its author took back', async () => {
      const one = await added();
      await store().withdrawComment({ comment: one, at: NOW });
      expect(await decide('d', 'approved', [one])).toBeNull();
    });

    test('take hundreds of comments at once', async () => {
      const ids = await Promise.all(Array.from({ length: 1100 }, added));
      expect((await decide('d', 'spam', ids))?.changes).toHaveLength(1100);
      expect((await store().countByState()).spam).toBe(1100);
      expect((await undo('d'))?.changes).toHaveLength(1100);
      expect((await store().countByState()).pending).toBe(1100);
    });

    test('by two moderators at the same moment move each comment once', async () => {
      const one = await added();
      const both = await Promise.all([
        decide('a', 'approved', [one]),
        decide('b', 'approved', [one]),
      ]);
      expect(both.filter((decision) => decision !== null)).toHaveLength(1);
    });
  });

  describe('undo', () => {
    test('puts back the state and the time of the decision before', async () => {
      const [fresh, judged] = [await added(), await added()];
      await decide('old', 'rejected', [judged], NOW);
      await decide('new', 'approved', [fresh, judged], NOW + 1);
      const undone = await undo('new', NOW + 2);
      expect(undone).toMatchObject({ id: 'new', undoneAt: NOW + 2, undoneBy: 'bob' });
      expect(undone?.changes).toHaveLength(2);
      expect(await stateOf(fresh)).toEqual({ state: 'pending', decidedAt: null });
      expect(await stateOf(judged)).toEqual({ state: 'rejected', decidedAt: NOW });
    });

    test('leaves alone what somebody decided anew since', async () => {
      const [left, redecided] = [await added(), await added()];
      await decide('first', 'approved', [left, redecided]);
      await decide('second', 'spam', [redecided], NOW + 1);
      expect((await undo('first'))?.changes).toEqual([{ comment: left, from: 'pending' }]);
      expect(await stateOf(redecided)).toEqual({ state: 'spam', decidedAt: NOW + 1 });
    });

    test('leaves alone a comment that was decided anew to the very same state', async () => {
      const one = await added();
      await decide('first', 'approved', [one]);
      await decide('second', 'spam', [one], NOW + 1);
      await decide('third', 'approved', [one], NOW + 2);
      expect((await undo('first'))?.changes).toEqual([]);
      expect(await stateOf(one)).toEqual({ state: 'approved', decidedAt: NOW + 2 });
    });

    test('walks back one decision after another', async () => {
      const one = await added();
      await decide('first', 'approved', [one], NOW);
      await decide('second', 'spam', [one], NOW + 1);
      await undo('second');
      expect(await stateOf(one)).toEqual({ state: 'approved', decidedAt: NOW });
      expect((await undo('first'))?.changes).toEqual([{ comment: one, from: 'pending' }]);
      expect(await stateOf(one)).toEqual({ state: 'pending', decidedAt: null });
    });

    test('happens once; of nothing it is null', async () => {
      const one = await added();
      await decide('d', 'approved', [one]);
      const both = await Promise.all([undo('d'), undo('d')]);
      expect(both.filter((decision) => decision !== null)).toHaveLength(1);
      expect(await undo('nothing')).toBeNull();
    });
  });

  describe('the journal', () => {
    test('tells the latest decisions first, undone ones too, with all they had moved', async () => {
      const [one, two] = [await added(), await added()];
      await decide('first', 'approved', [one, two], NOW);
      await decide('second', 'spam', [one], NOW + 1);
      await decide('third', 'rejected', [two], NOW + 2);
      await undo('second', NOW + 3);
      const journal = await store().journal(10);
      expect(journal.map(({ id, undoneAt }) => [id, undoneAt])).toEqual([
        ['third', null],
        ['second', NOW + 3],
        ['first', null],
      ]);
      expect(journal[1]?.changes).toEqual([{ comment: one, from: 'approved' }]);
      expect(journal[2]?.changes).toHaveLength(2);
      expect((await store().journal(1)).map(({ id }) => id)).toEqual(['third']);
    });
  });
}
