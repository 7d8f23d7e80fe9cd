import { describe, expect, test } from 'vitest';
import type { NewModerator } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

export function moderatorMailContract(store: StoreInTest): void {
  const addModerator = (id: string, changes: Partial<NewModerator>) =>
    store().addModerator({
      id,
      name: id,
      email: `${id}@example.org`,
      createdAt: NOW,
      passwordHash: '$x',
      ...changes,
    });

  describe('mails to moderators', () => {
    test('go to those who want them, may sign in, and have come', async () => {
      await addModerator('d', { mail: 'each' });
      await addModerator('c', { mail: 'none' });
      await addModerator('b', { mail: 'each', disabledAt: NOW });
      await addModerator('e', { mail: 'each', passwordHash: null });
      await addModerator('a', { mail: 'digest' });
      expect(await store().moderatorsToMail()).toEqual([
        { id: 'a', mail: 'digest' },
        { id: 'd', mail: 'each' },
      ]);
    });

    test('tell of what waits and came since, oldest first, and how much it is', async () => {
      const added = [];
      for (let n = 0; n < 4; n += 1)
        added.push(await store().addComment(sampleComment({ createdAt: NOW + n })));
      const ids = added.map(({ id }) => id);
      const decided = ids.slice(3);
      await store().decide({ id: 'd', comments: decided, to: 'spam', moderator: 'a', at: NOW });
      const since = await store().waitingSince(NOW + 1, 1);
      expect([since.count, since.comments]).toEqual([2, [added[1]]]);
      const all = await store().waitingSince(NOW, 10);
      expect(all.comments.map(({ id }) => id)).toEqual(ids.slice(0, 3));
      expect(await store().waitingSince(NOW + 9, 10)).toEqual({ count: 0, comments: [] });
    });

    test('tell anew of what its author has changed', async () => {
      const old = await store().addComment(sampleComment({ createdAt: NOW }));
      await store().editComment({
        seen: old,
        raw: 'autre',
        html: '<p>autre</p>',
        policyVersion: 1,
        at: NOW + 50,
        to: 'pending',
      });
      expect((await store().waitingSince(NOW + 50, 10)).comments.map(({ id }) => id)).toEqual([
        old.id,
      ]);
    });
  });
}
