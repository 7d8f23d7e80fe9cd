import { describe, expect, test } from 'vitest';
import type { StoreInTest } from '../store-contract.ts';
import { NOW } from '../support/sample-comment.ts';

export function limitContract(store: StoreInTest): void {
  describe('limits', () => {
    const use = (key: string, now: number): Promise<boolean> =>
      store().allow({ key, limit: 3, windowMs: 1000, now });

    test('allow so many uses of a key in a window, and no more', async () => {
      const uses = [];
      for (let n = 0; n < 5; n += 1) uses.push(await use('k', NOW + n));
      expect(uses).toEqual([true, true, true, false, false]);
    });

    test('count each key apart', async () => {
      for (let n = 0; n < 3; n += 1) await use('k', NOW);
      expect(await use('k', NOW)).toBe(false);
      expect(await use('l', NOW)).toBe(true);
    });

    test('begin anew when the window is over, counted from its first use', async () => {
      for (let n = 0; n < 4; n += 1) await use('k', NOW + n * 200);
      expect(await use('k', NOW + 999)).toBe(false);
      expect(await use('k', NOW + 1000)).toBe(true);
      expect(await use('k', NOW + 1001)).toBe(true);
      expect(await use('k', NOW + 1999)).toBe(true);
      expect(await use('k', NOW + 1999)).toBe(false);
    });

    test('hold when everybody comes at once', async () => {
      const uses = await Promise.all(Array.from({ length: 20 }, () => use('k', NOW)));
      expect(uses.filter(Boolean)).toHaveLength(3);
    });

    test('of nothing allow nothing', async () => {
      const none = { key: 'k', limit: 0, windowMs: 1000, now: NOW };
      expect(await store().allow(none)).toBe(false);
    });

    test('tell whether a use is left without counting it', async () => {
      const left = (now: number): Promise<boolean> =>
        store().mayStill({ key: 'k', limit: 3, windowMs: 1000, now });
      for (let n = 0; n < 5; n += 1) expect(await left(NOW)).toBe(true);
      for (let n = 0; n < 2; n += 1) await use('k', NOW);
      expect(await left(NOW)).toBe(true);
      expect(await use('k', NOW)).toBe(true);
      expect(await left(NOW + 999)).toBe(false);
      expect(await left(NOW + 1000)).toBe(true);
      expect(await store().mayStill({ key: 'l', limit: 0, windowMs: 1000, now: NOW })).toBe(false);
    });

    test('outlast a sweep while their window is open', async () => {
      for (let n = 0; n < 3; n += 1) await use('k', NOW);
      await store().sweep(NOW + 999);
      expect(await use('k', NOW + 999)).toBe(false);
      await store().sweep(NOW + 1000);
      // Asked as of an earlier moment, the counter is gone.
      expect(await use('k', NOW + 999)).toBe(true);
    });
  });
}
