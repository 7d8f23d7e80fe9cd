import { expect, test, vi } from 'vitest';
import { keepSearchable } from '../../src/comments/service/keep-searchable.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import { sampleComment } from './support/sample-comment.ts';

test('what was added is taken in without anybody searching, and stopping waits for it', async () => {
  const store = await openStore({ file: ':memory:' });
  for (let n = 0; n < 60; n += 1) await store.addComment(sampleComment());
  const taken: number[] = [];
  const counting = {
    ...store,
    indexSearch: async (limit: number) => {
      const count = await store.indexSearch(limit);
      taken.push(count);
      return count;
    },
  };
  const stop = keepSearchable({ store: counting, log: () => undefined });
  await vi.waitUntil(() => taken.at(-1) === 0);
  await stop();
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(await store.indexSearch(100)).toBe(0);
  await store.close();
});

test('a database that is away is told once a time, and tried again', async () => {
  vi.useFakeTimers();
  const store = await openStore({ file: ':memory:' });
  const log: string[] = [];
  const indexSearch = vi.fn(() => Promise.reject(new Error('away')));
  const stop = keepSearchable({
    store: { ...store, indexSearch },
    log: (event) => log.push(event),
  });
  await vi.advanceTimersByTimeAsync(7_000);
  await stop();
  expect(log.length).toBeGreaterThanOrEqual(2);
  expect(new Set(log)).toEqual(new Set(['search-index-failed']));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(indexSearch).toHaveBeenCalledTimes(log.length);
  vi.useRealTimers();
  await store.close();
});
