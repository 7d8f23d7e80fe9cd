import type { ThreadState } from '../store/rules-store.ts';
import type { CommentStore } from '../store/store.ts';
import { type BlockBook, blockBook } from './block-book.ts';

/** What moderators have said, read at once. */
export interface RuleBook {
  readonly blocks: BlockBook;
  readonly threads: ReadonlyMap<string, ThreadState['state']>;
}

/** How long a process works with what it read; a change that it makes itself counts at once. */
const FRESH_MS = 2_000;

const read = new WeakMap<
  CommentStore,
  { readonly until: number; readonly book: Promise<RuleBook> }
>();

/** The rules as they stand, or stood two seconds ago: one reading serves all who post meanwhile. */
export function ruleBook(store: CommentStore, now: number): Promise<RuleBook> {
  const kept = read.get(store);
  if (kept && now < kept.until) return kept.book;
  const book = readBook(store, now);
  read.set(store, { until: now + FRESH_MS, book });
  // A failure is not kept: the next one asks anew.
  book.catch(() => read.delete(store));
  return book;
}

/** Makes the next one who asks read the rules anew: call it after a change. */
export function forgetRules(store: CommentStore): void {
  read.delete(store);
}

async function readBook(store: CommentStore, now: number): Promise<RuleBook> {
  const [blocks, threads] = [await store.blocks(now), await store.threadStates()];
  return {
    blocks: blockBook(blocks),
    threads: new Map(threads.map(({ tutorial, state }) => [tutorial, state])),
  };
}
