import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from './service.ts';

/** Milliseconds between two looks for comments that the search does not know yet. */
const EVERY = 3_000;

/** Comments taken in at a time. */
const AT_ONCE = 10;

/** So many times as long as that took, requests have the process to themselves. */
const REST = 3;

/**
 * Makes new and changed comments known to the moderators' search in the background, so that
 * posting does not wait for it. Returns what stops it, which resolves when nothing is under way.
 */
export function keepSearchable({
  store,
  log,
}: Pick<Service, 'store' | 'log'>): () => Promise<void> {
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const work = async (): Promise<void> => {
    try {
      for (let taken = 1; !stopped && taken > 0;) {
        const start = performance.now();
        taken = await store.indexSearch(AT_ONCE);
        if (taken > 0) await wait(REST * (performance.now() - start));
      }
    } catch {
      log('search-index-failed');
    }
    if (!stopped) timer = setTimeout(start, EVERY).unref();
  };
  const start = (): void => {
    underWay = work();
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
