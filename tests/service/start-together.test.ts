import { expect, test } from 'vitest';
import { firstInvitation } from '../../src/comments/moderation/invitations.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import { NOW } from './support/sample-comment.ts';

test('processes that start at the same moment on a new database each get a first link', async () => {
  const store = await openStore({ file: ':memory:' });
  const links = await Promise.all([1, 2, 3].map(() => firstInvitation(store, NOW)));
  expect(links).toEqual(links.map(() => expect.stringContaining('/moderation/invitation/')));
  expect(new Set(links).size).toBe(3);
  expect(await store.countModerators()).toBe(1);
  await store.close();
});
