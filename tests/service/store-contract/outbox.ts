import { describe, expect, test } from 'vitest';
import type { Job, NewJob } from '../../../src/comments/store/outbox-store.ts';
import { StoreError } from '../../../src/comments/store/store-error.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

const LEASE = 60_000;

export function outboxContract(store: StoreInTest): void {
  const job = (changes: Partial<NewJob> = {}): NewJob => ({
    kind: 'mail',
    payload: { n: 1 },
    dueAt: NOW,
    ...changes,
  });
  const enqueue = (changes: Partial<NewJob> = {}) => store().enqueue([job(changes)]);
  const claim = (now = NOW, limit = 10, kinds = ['mail']) =>
    store().claimJobs({ kinds, now, limit, leaseMs: LEASE });
  const claimOne = async (now = NOW): Promise<Job> => {
    const [one, more] = await claim(now);
    if (!one || more) throw new Error('not one job');
    return one;
  };

  describe('the outbox', () => {
    test('gives out a job with what it holds', async () => {
      await enqueue({ id: 'j', subject: 'zoe@example.org', payload: { texte: 'é🐳', list: [1] } });
      expect(await claimOne()).toEqual({
        id: 'j',
        kind: 'mail',
        subject: 'zoe@example.org',
        payload: { texte: 'é🐳', list: [1] },
        attempts: 1,
        failures: 0,
        createdAt: NOW,
      });
    });

    test('gives jobs out when they are due, the oldest first, of the kinds asked for', async () => {
      await enqueue({ id: 'late', dueAt: NOW + 2 });
      await enqueue({ id: 'early', dueAt: NOW });
      await enqueue({ id: 'other', kind: 'rebuild', dueAt: NOW - 5 });
      await enqueue({ id: 'future', dueAt: NOW + 100 });
      expect((await claim(NOW - 1)).length).toBe(0);
      expect((await claim(NOW + 2, 1)).map(({ id }) => id)).toEqual(['early']);
      expect((await claim(NOW + 2)).map(({ id }) => id)).toEqual(['late']);
      expect((await claim(NOW + 2, 5, ['rebuild'])).map(({ id }) => id)).toEqual(['other']);
      expect(await claim(NOW + 2, 5, [])).toEqual([]);
    });

    test('gives a job to one only while its lease lasts, then to another', async () => {
      await enqueue();
      const first = await claimOne();
      expect(await claim(NOW + LEASE - 1)).toEqual([]);
      const second = await claimOne(NOW + LEASE);
      expect(second).toMatchObject({ id: first.id, attempts: 2, failures: 0 });
      // Whoever lost it can no longer say what became of it.
      expect(await store().holdJob(first, NOW + 9 * LEASE)).toBe(false);
      expect(await store().retryJob(first, { dueAt: NOW, error: null })).toBe(false);
      expect(await store().failJob(first, { now: NOW, error: 'x' })).toBe(false);
      expect(await store().finishJob(first, NOW)).toBe(false);
      expect(await store().finishJob(second, NOW)).toBe(true);
      expect(await store().finishJob(second, NOW)).toBe(false);
    });

    test('gives a job to one of several who ask at once', async () => {
      await store().enqueue(Array.from({ length: 20 }, () => job()));
      const claimed = (await Promise.all([claim(NOW, 8), claim(NOW, 8), claim(NOW, 8)])).flat();
      const rest = await claim(NOW, 20);
      const ids = [...claimed, ...rest].map(({ id }) => id);
      expect(ids).toHaveLength(20);
      expect(new Set(ids).size).toBe(20);
    });

    test('a lease that is held lasts longer', async () => {
      await enqueue();
      const held = await claimOne();
      expect(await store().holdJob(held, NOW + 3 * LEASE)).toBe(true);
      expect(await claim(NOW + 2 * LEASE)).toEqual([]);
      expect(await claim(NOW + 3 * LEASE)).toHaveLength(1);
    });

    test('a job tried again waits until then and keeps what it holds', async () => {
      await enqueue({ payload: 'kept' });
      const first = await claimOne();
      await store().retryJob(first, { dueAt: NOW + 500, error: 'smtp 451' });
      expect(await claim(NOW + 499)).toEqual([]);
      const second = await claimOne(NOW + 500);
      expect(second).toMatchObject({ attempts: 2, failures: 1, payload: 'kept' });
      // Not yet is no failure.
      await store().retryJob(second, { dueAt: NOW + 501, error: null });
      expect(await claimOne(NOW + 501)).toMatchObject({ attempts: 3, failures: 1 });
    });

    test('tells when there is something to do next', async () => {
      expect(await store().nextJobAt(['mail'])).toBeNull();
      await enqueue({ dueAt: NOW + 70 });
      await enqueue({ dueAt: NOW + 50 });
      await enqueue({ kind: 'rebuild', dueAt: NOW });
      expect(await store().nextJobAt(['mail'])).toBe(NOW + 50);
      await claim(NOW + 60);
      expect(await store().nextJobAt(['mail'])).toBe(NOW + 70);
      await claim(NOW + 70);
      expect(await store().nextJobAt(['mail'])).toBe(NOW + 60 + LEASE);
    });

    test('counts what waits and what was given up', async () => {
      expect(await store().outboxState()).toEqual({ waiting: 0, failed: 0, oldestDueAt: null });
      await enqueue({ id: 'a' });
      await enqueue({ id: 'b', dueAt: NOW + 1 });
      await enqueue({ id: 'c', dueAt: NOW + 2 });
      const [a, b] = await claim(NOW + 1);
      if (!a || !b) throw new Error('nothing claimed');
      await store().finishJob(a, NOW);
      await store().failJob(b, { now: NOW, error: 'smtp 550' });
      expect(await store().outboxState()).toEqual({
        waiting: 1,
        failed: 1,
        oldestDueAt: NOW + 2,
      });
    });
  });

  describe('jobs with a key', () => {
    test('are added once while one waits, and the first is kept', async () => {
      await enqueue({ dedupe: 'k', payload: 'first', dueAt: NOW + 10 });
      await enqueue({ dedupe: 'k', payload: 'second', dueAt: NOW + 90 });
      await enqueue({ dedupe: 'other', payload: 'third', dueAt: NOW + 10 });
      const claimed = await claim(NOW + 10);
      expect(claimed.map(({ payload }) => payload).sort()).toEqual(['first', 'third']);
      for (const each of claimed) await store().finishJob(each, NOW + 10);
      expect(await store().nextJobAt(['mail'])).toBeNull();
    });

    test('that become one tell since when there is something to do', async () => {
      await enqueue({ dedupe: 'k', createdAt: NOW - 10, dueAt: NOW + 10 });
      await enqueue({ dedupe: 'k', createdAt: NOW - 30, dueAt: NOW + 10 });
      await enqueue({ dedupe: 'k', createdAt: NOW, dueAt: NOW + 10 });
      const first = await claimOne(NOW + 10);
      expect(first.createdAt).toBe(NOW - 30);
      for (const createdAt of [NOW + 12, NOW + 11, NOW + 13])
        await enqueue({ dedupe: 'k', createdAt, dueAt: NOW + 20 });
      await store().finishJob(first, NOW + 15);
      expect(await claimOne(NOW + 20)).toMatchObject({ createdAt: NOW + 11, attempts: 1 });
    });

    test('that are added while one is under way follow it, as one', async () => {
      await enqueue({ dedupe: 'k', payload: 'first' });
      const first = await claimOne();
      await enqueue({ dedupe: 'k', payload: 'second', dueAt: NOW + 5 });
      await enqueue({ dedupe: 'k', payload: 'third', dueAt: NOW + 7 });
      // The two are never under way together.
      expect(await claim(NOW + 10)).toEqual([]);
      await store().finishJob(first, NOW + 10);
      const next = await claimOne(NOW + 10);
      expect(next).toMatchObject({ payload: 'second', attempts: 1 });
      expect(next.id).not.toBe(first.id);
      await store().finishJob(next, NOW + 11);
      expect(await store().nextJobAt(['mail'])).toBeNull();
    });

    test('that are added while one fails follow it too; while one is to be tried again, join it', async () => {
      await enqueue({ dedupe: 'k', payload: 'first' });
      const first = await claimOne();
      await enqueue({ dedupe: 'k', payload: 'second' });
      await store().retryJob(first, { dueAt: NOW + 1, error: 'away' });
      const again = await claimOne(NOW + 1);
      expect(again.payload).toBe('first');
      await enqueue({ dedupe: 'k', payload: 'third', dueAt: NOW + 2 });
      await store().failJob(again, { now: NOW + 2, error: 'refused' });
      expect(await claimOne(NOW + 2)).toMatchObject({ payload: 'third' });
    });

    test('put the waiting one off where they say so, though not for ever', async () => {
      const debounced = (at: number) =>
        enqueue({ dedupe: 'k', dueAt: at + 30, createdAt: at, debounceMs: 100 });
      await debounced(NOW);
      await debounced(NOW + 20);
      expect(await store().nextJobAt(['mail'])).toBe(NOW + 50);
      await debounced(NOW + 60);
      await debounced(NOW + 90);
      expect(await store().nextJobAt(['mail'])).toBe(NOW + 100);
    });
  });

  describe('jobs that follow from something', () => {
    test('come with a comment or not at all', async () => {
      const comment = sampleComment();
      await store().addComment(comment, { jobs: [job({ payload: comment.id })] });
      expect((await claimOne()).payload).toBe(comment.id);
      const twin = store().addComment(comment, { jobs: [job({ id: 'twin' })] });
      await expect(twin).rejects.toThrow(StoreError);
      expect(await claim()).toEqual([]);
    });

    test('keep a comment out when they cannot be added', async () => {
      await enqueue({ id: 'taken' });
      const comment = sampleComment();
      await expect(store().addComment(comment, { jobs: [job({ id: 'taken' })] })).rejects.toThrow();
      expect(await store().findComment(comment.id)).toBeNull();
    });

    test('know what a decision moved, and what undoing it put back', async () => {
      const { id } = await store().addComment(sampleComment());
      const act = { moderator: 'ann', at: NOW };
      const jobs = (decision: unknown) => [job({ payload: decision })];
      const decided = await store().decide({ ...act, id: 'd', comments: [id], to: 'spam', jobs });
      expect((await claimOne()).payload).toEqual(decided);
      await store().decide({ ...act, id: 'void', comments: [id], to: 'spam', jobs });
      expect(await claim()).toEqual([]);
      const undone = await store().undo({ ...act, decision: 'd', jobs });
      expect((await claimOne()).payload).toEqual(undone);
      await store().undo({ ...act, decision: 'd', jobs });
      expect(await claim()).toEqual([]);
    });
  });

  describe('the sweep', () => {
    const DAY = 86_400_000;

    test('deletes jobs that ended long ago, and gives up those that nobody could do', async () => {
      await enqueue({ id: 'done' });
      await store().finishJob(await claimOne(), NOW);
      await enqueue({ id: 'stuck', kind: 'unknown', payload: 'x' });
      await store().sweep(NOW + 13 * DAY);
      expect(await store().outboxState()).toMatchObject({ waiting: 1, failed: 0 });
      await store().sweep(NOW + 14 * DAY);
      expect(await store().outboxState()).toMatchObject({ waiting: 0, failed: 1 });
      await store().sweep(NOW + 45 * DAY);
      expect(await store().outboxState()).toMatchObject({ waiting: 0, failed: 0 });
    });
  });
}
