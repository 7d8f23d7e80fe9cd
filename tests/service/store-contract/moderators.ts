import { describe, expect, test } from 'vitest';
import type { Moderator } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW } from '../support/sample-comment.ts';

const ANN: Moderator = {
  id: 'ann',
  name: 'Ann',
  email: 'Ann@Example.org',
  createdAt: NOW,
  passwordHash: null,
  role: 'administrator',
  mail: 'each',
  locale: 'en',
  disabledAt: null,
};
const BOB: Moderator = { ...ANN, id: 'bob', name: 'Bob', email: 'bob@example.org' };
const LATER = NOW + 3_600_000;

export function moderatorContract(store: StoreInTest): void {
  describe('moderators', () => {
    test('are found by id and by address, in whatever case it is typed', async () => {
      await store().addModerator(ANN);
      expect(await store().findModerator({ id: 'ann' })).toEqual(ANN);
      expect(await store().findModerator({ email: 'aNN@example.ORG' })).toEqual(ANN);
      expect(await store().findModerator({ email: 'bob@example.org' })).toBeNull();
    });

    test('are one for an address', async () => {
      await store().addModerator(ANN);
      const twin = store().addModerator({ ...BOB, email: 'ann@example.org' });
      await expect(twin).rejects.toMatchObject({ code: 'exists' });
      await expect(store().addModerator(ANN)).rejects.toMatchObject({ code: 'exists' });
      expect(await store().countModerators()).toBe(1);
    });

    test('choose a password, each their own', async () => {
      await store().addModerator(ANN);
      await store().addModerator(BOB);
      await store().setPassword('ann', '$argon2id$…');
      expect((await store().findModerator({ id: 'ann' }))?.passwordHash).toBe('$argon2id$…');
      expect((await store().findModerator({ id: 'bob' }))?.passwordHash).toBeNull();
    });
  });

  describe('invitations', () => {
    test('can be looked at often and taken once', async () => {
      await store().addModerator(ANN);
      await store().addInvitation({ tokenHash: 't', moderator: 'ann', expiresAt: LATER });
      expect(await store().findInvitation('t', NOW)).toEqual(ANN);
      expect(await store().findInvitation('t', NOW)).toEqual(ANN);
      const taken = await Promise.all([1, 2, 3].map(() => store().takeInvitation('t', NOW)));
      expect(taken.filter((moderator) => moderator !== null)).toEqual([ANN]);
      expect(await store().findInvitation('t', NOW)).toBeNull();
    });

    test('go with each other: one taken, or a password chosen, ends all of that moderator', async () => {
      await store().addModerator(ANN);
      await store().addModerator(BOB);
      for (const tokenHash of ['a1', 'a2', 'a3'])
        await store().addInvitation({ tokenHash, moderator: 'ann', expiresAt: LATER });
      await store().addInvitation({ tokenHash: 'b', moderator: 'bob', expiresAt: LATER });
      const taken = await Promise.all(
        ['a1', 'a2', 'a3'].map((t) => store().takeInvitation(t, NOW)),
      );
      expect(taken.filter((moderator) => moderator !== null)).toEqual([ANN]);
      expect(await store().findInvitation('b', NOW)).toEqual(BOB);
      await store().setPassword('bob', '$argon2id$…');
      expect(await store().findInvitation('b', NOW)).toBeNull();
    });

    test('end at their time', async () => {
      await store().addModerator(ANN);
      await store().addInvitation({ tokenHash: 't', moderator: 'ann', expiresAt: LATER });
      expect(await store().findInvitation('t', LATER)).toBeNull();
      expect(await store().takeInvitation('t', LATER)).toBeNull();
    });

    test('are for moderators that there are', async () => {
      const invitation = { tokenHash: 't', moderator: 'nobody', expiresAt: LATER };
      await expect(store().addInvitation(invitation)).rejects.toThrow();
    });
  });

  describe('sessions', () => {
    const begin = async (tokenHash: string, moderator: string): Promise<void> =>
      store().addSession({ tokenHash, moderator, createdAt: NOW, expiresAt: LATER });

    test('last until their time and remember when they were seen', async () => {
      await store().addModerator(ANN);
      await begin('s', 'ann');
      const first = {
        id: '',
        moderator: ANN,
        stage: 'full',
        agent: null,
        createdAt: NOW,
        lastSeenAt: NOW,
        expiresAt: LATER,
      };
      expect(await store().findSession('s', NOW + 1)).toEqual(first);
      const seenAt = NOW + 120_000;
      expect(await store().findSession('s', seenAt)).toEqual({ ...first, lastSeenAt: seenAt });
      expect((await store().findSession('s', seenAt + 1))?.lastSeenAt).toBe(seenAt);
      expect(await store().findSession('s', LATER)).toBeNull();
      expect(await store().findSession('other', NOW)).toBeNull();
    });

    test('end when nobody was seen for longer than is asked, and start over at each sight', async () => {
      await store().addModerator(ANN);
      await begin('s', 'ann');
      const idle = 600_000;
      // Seen just in time, then again: each time the wait begins anew.
      for (const at of [NOW + idle, NOW + 2 * idle])
        expect((await store().findSession('s', at, idle))?.lastSeenAt).toBe(at);
      const late = NOW + 3 * idle + 1;
      expect(await store().findSession('s', late, idle)).toBeNull();
      // A look in vain is no sight, and who asks for no such end still finds the session.
      expect(await store().findSession('s', late, idle)).toBeNull();
      expect((await store().findSession('s', late))?.lastSeenAt).toBe(late);
    });

    test('end one by one, or all of a moderator’s', async () => {
      await store().addModerator(ANN);
      await store().addModerator(BOB);
      await begin('a1', 'ann');
      await begin('a2', 'ann');
      await begin('a3', 'ann');
      await begin('b', 'bob');
      await store().removeSession('a1');
      expect(await store().findSession('a1', NOW)).toBeNull();
      expect(await store().findSession('a2', NOW)).not.toBeNull();
      await store().removeSessionsOf('ann');
      expect(await store().findSession('a3', NOW)).toBeNull();
      expect((await store().findSession('b', NOW))?.moderator).toEqual(BOB);
    });

    test('and links that have had their time are swept away, the others stay', async () => {
      await store().addModerator(ANN);
      await begin('s', 'ann');
      await store().addInvitation({ tokenHash: 't', moderator: 'ann', expiresAt: LATER + 1 });
      await store().sweep(LATER);
      // Asked as of an earlier moment, only what was deleted is missing.
      expect(await store().findSession('s', NOW)).toBeNull();
      expect(await store().findInvitation('t', NOW)).toEqual(ANN);
    });
  });
}
