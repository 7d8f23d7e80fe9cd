import { describe, expect, test } from 'vitest';
import type { Passkey } from '../../../src/comments/store/account-store.ts';
import type { Moderator } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW } from '../support/sample-comment.ts';

const ANN: Moderator = {
  id: 'ann',
  name: 'Ann',
  email: 'ann@example.org',
  createdAt: NOW,
  passwordHash: null,
  role: 'administrator',
  mail: 'each',
  locale: 'en',
  disabledAt: null,
};
const BOB: Moderator = { ...ANN, id: 'bob', name: 'Bob', email: 'bob@example.org' };
const LATER = NOW + 3_600_000;
const FACTOR = {
  moderator: 'ann',
  secret: 'sealed',
  step: 7,
  at: NOW,
  recoveryCodes: ['r1', 'r2'],
};
const KEY: Omit<Passkey, 'lastUsedAt'> = {
  id: 'key',
  moderator: 'ann',
  name: 'Téléphone',
  publicKey: 'AAAA',
  counter: 0,
  transports: ['internal', 'hybrid'],
  createdAt: NOW,
};

export function accountContract(store: StoreInTest): void {
  const addBoth = async (): Promise<void> => {
    await store().addModerator(BOB);
    await store().addModerator(ANN);
  };
  const begin = (id: string, moderator: string, more = {}): Promise<void> =>
    store().addSession({
      tokenHash: `hash of ${id}`,
      id,
      moderator,
      createdAt: NOW,
      expiresAt: LATER,
      ...more,
    });

  describe('accounts', () => {
    test('are listed by name, with what stands behind the password', async () => {
      await addBoth();
      await store().setSecondFactor(FACTOR);
      await store().addPasskey(KEY);
      expect(await store().moderators()).toEqual([
        { ...ANN, hasSecondFactor: true, passkeys: 1 },
        { ...BOB, hasSecondFactor: false, passkeys: 0 },
      ]);
    });

    test('change in what is said, and nothing else', async () => {
      await addBoth();
      await store().updateModerator('ann', { name: 'Anne', mail: 'none' });
      await store().updateModerator('bob', {});
      expect(await store().findModerator({ id: 'ann' })).toEqual({
        ...ANN,
        name: 'Anne',
        mail: 'none',
      });
      expect(await store().findModerator({ id: 'bob' })).toEqual(BOB);
    });

    test('keep one administrator who may sign in, whoever asks at the same time', async () => {
      await addBoth();
      const [ann, bob] = await Promise.all([
        store().setRole('ann', 'moderator'),
        store().disableModerator('bob', NOW),
      ]);
      expect([ann, bob].sort()).toEqual([false, true]);
      const left = (await store().moderators()).filter(
        ({ role, disabledAt }) => role === 'administrator' && disabledAt === null,
      );
      expect(left).toHaveLength(1);
      expect(await store().setRole(left[0]?.id ?? '', 'moderator')).toBe(false);
      expect(await store().disableModerator(left[0]?.id ?? '', NOW)).toBe(false);
      expect(await store().setRole(left[0]?.id ?? '', 'administrator')).toBe(true);
    });

    test('count no administrator who has not taken up the invitation', async () => {
      await store().addModerator({ ...ANN, passwordHash: '$argon2id$…' });
      await store().addModerator(BOB);
      expect(await store().setRole('ann', 'moderator')).toBe(false);
      expect(await store().setRole('bob', 'moderator')).toBe(true);
      expect(await store().setRole('bob', 'administrator')).toBe(true);
      await store().setPassword('bob', '$argon2id$…');
      expect(await store().setRole('ann', 'moderator')).toBe(true);
    });

    test('that are disabled are signed out and have no link, until enabled and signed in anew', async () => {
      await addBoth();
      await begin('b', 'bob');
      await store().addInvitation({ tokenHash: 't', moderator: 'bob', expiresAt: LATER });
      expect(await store().disableModerator('bob', NOW)).toBe(true);
      expect((await store().findModerator({ id: 'bob' }))?.disabledAt).toBe(NOW);
      expect(await store().findSession('hash of b', NOW)).toBeNull();
      // One that another process began at the same moment opens nothing either.
      await begin('late', 'bob');
      await store().addInvitation({ tokenHash: 'u', moderator: 'bob', expiresAt: LATER });
      expect(await store().findSession('hash of late', NOW)).toBeNull();
      expect(await store().findInvitation('u', NOW)).toBeNull();
      expect(await store().takeInvitation('u', NOW)).toBeNull();
      await store().enableModerator('bob');
      expect(await store().findSession('hash of b', NOW)).toBeNull();
      expect((await store().findSession('hash of late', NOW))?.moderator).toEqual(BOB);
    });
  });

  describe('second factors', () => {
    test('are there once proved, with their recovery codes', async () => {
      await addBoth();
      expect(await store().secondFactor('ann')).toBeNull();
      await store().setSecondFactor(FACTOR);
      const factor = { secret: 'sealed', confirmedAt: NOW, codesLeft: 2 };
      expect(await store().secondFactor('ann')).toEqual(factor);
      expect(await store().secondFactor('bob')).toBeNull();
      await store().removeSecondFactor('ann');
      expect(await store().secondFactor('ann')).toBeNull();
      expect(await store().takeRecoveryCode('ann', 'r1', NOW)).toBe(false);
    });

    test('take each time step once, and none of before', async () => {
      await addBoth();
      await store().setSecondFactor(FACTOR);
      expect(await store().takeTotpStep('ann', 7)).toBe(false);
      const taken = await Promise.all([1, 2, 3].map(() => store().takeTotpStep('ann', 9)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store().takeTotpStep('ann', 8)).toBe(false);
      expect(await store().takeTotpStep('ann', 10)).toBe(true);
    });

    test('take each recovery code once, and of its owner only', async () => {
      await addBoth();
      await store().setSecondFactor(FACTOR);
      expect(await store().takeRecoveryCode('bob', 'r1', NOW)).toBe(false);
      const taken = await Promise.all(
        [1, 2, 3].map(() => store().takeRecoveryCode('ann', 'r1', NOW)),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect((await store().secondFactor('ann'))?.codesLeft).toBe(1);
      await store().replaceRecoveryCodes('ann', ['r3', 'r4', 'r5']);
      expect(await store().takeRecoveryCode('ann', 'r2', NOW)).toBe(false);
      expect((await store().secondFactor('ann'))?.codesLeft).toBe(3);
    });

    test('go with passkeys and sessions when all are taken away', async () => {
      await addBoth();
      await store().setSecondFactor(FACTOR);
      await store().addPasskey(KEY);
      await store().addPasskey({ ...KEY, id: 'of-bob', moderator: 'bob' });
      await begin('a', 'ann');
      await begin('b', 'bob');
      await store().removeFactors('ann');
      expect(await store().secondFactor('ann')).toBeNull();
      expect(await store().passkeysOf('ann')).toEqual([]);
      expect(await store().findSession('hash of a', NOW)).toBeNull();
      expect(await store().passkeysOf('bob')).toHaveLength(1);
      expect(await store().findSession('hash of b', NOW)).not.toBeNull();
    });
  });

  describe('passkeys', () => {
    test('are kept for their owner, each once', async () => {
      await addBoth();
      await store().addPasskey(KEY);
      const kept = { ...KEY, lastUsedAt: null };
      expect(await store().passkeysOf('ann')).toEqual([kept]);
      expect(await store().findPasskey('key')).toEqual(kept);
      expect(await store().findPasskey('other')).toBeNull();
      const twin = store().addPasskey({ ...KEY, moderator: 'bob' });
      await expect(twin).rejects.toMatchObject({ code: 'exists' });
    });

    test('count up; one that does not is a copy, unless it never counts', async () => {
      await addBoth();
      await store().addPasskey(KEY);
      const use = (counter: number) => store().usePasskey({ id: 'key', counter, at: LATER });
      expect([await use(0), await use(0)]).toEqual([true, true]);
      expect([await use(5), await use(5), await use(4), await use(0), await use(6)]).toEqual([
        true,
        false,
        false,
        false,
        true,
      ]);
      expect(await store().findPasskey('key')).toMatchObject({ counter: 6, lastUsedAt: LATER });
    });

    test('are renamed and removed by their owner', async () => {
      await addBoth();
      await store().addPasskey(KEY);
      const other = { id: 'key', moderator: 'bob' };
      expect(await store().renamePasskey({ ...other, name: 'x' })).toBe(false);
      expect(await store().removePasskey(other)).toBe(false);
      const own = { id: 'key', moderator: 'ann' };
      expect(await store().renamePasskey({ ...own, name: 'Clé' })).toBe(true);
      expect((await store().findPasskey('key'))?.name).toBe('Clé');
      expect(await store().removePasskey(own)).toBe(true);
      expect(await store().findPasskey('key')).toBeNull();
    });
  });

  describe('sessions of one moderator', () => {
    test('are listed while they last, last seen first', async () => {
      await addBoth();
      await begin('old', 'ann', { agent: 'Firefox, Linux' });
      await begin('half', 'ann', { stage: 'second-factor', expiresAt: NOW + 1000 });
      await begin('other', 'bob');
      await store().findSession('hash of old', NOW + 120_000);
      const old = {
        id: 'old',
        stage: 'full',
        agent: 'Firefox, Linux',
        createdAt: NOW,
        lastSeenAt: NOW + 120_000,
        expiresAt: LATER,
      };
      const sessions = await store().sessionsOf('ann', NOW);
      expect(sessions.map(({ id }) => id)).toEqual(['old', 'half']);
      expect(sessions[1]).toMatchObject({ stage: 'second-factor', agent: null });
      expect(await store().sessionsOf('ann', NOW + 1000)).toEqual([old]);
      expect(await store().sessionsOf('ann', NOW + 180_000, 60_000)).toEqual([old]);
      expect(await store().sessionsOf('ann', NOW + 180_001, 60_000)).toEqual([]);
      expect(await store().findSession('hash of half', NOW)).toMatchObject({
        stage: 'second-factor',
      });
    });

    test('end one by one or all but one, and only their owner’s', async () => {
      await addBoth();
      for (const id of ['a1', 'a2', 'a3']) await begin(id, 'ann');
      await begin('b1', 'bob');
      expect(await store().endSession({ id: 'b1', moderator: 'ann' })).toBe(false);
      expect(await store().endSession({ id: 'a1', moderator: 'ann' })).toBe(true);
      expect(await store().endSession({ id: 'a1', moderator: 'ann' })).toBe(false);
      expect(await store().endOtherSessions('ann', 'a2')).toBe(1);
      expect(await store().findSession('hash of a2', NOW)).not.toBeNull();
      expect(await store().findSession('hash of a3', NOW)).toBeNull();
      expect(await store().findSession('hash of b1', NOW)).not.toBeNull();
    });
  });
}
