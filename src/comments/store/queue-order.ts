import { type RawBuilder, sql } from 'kysely';
import type { QueueSort } from './queue-store.ts';
import { SIGNAL_COUNT } from './signal-count.ts';
import type { CommentState, Instant } from './store.ts';

/** Where a comment stands in each order. */
export interface Place {
  readonly id: string;
  readonly at: Instant;
  readonly signals: number;
}

/** An order of the queue, forwards or backwards. */
export interface Order {
  /** What rows are sorted by, all in one direction. */
  readonly keys: RawBuilder<unknown>;
  /** What follows from lying after a place, where SQLite does not see it and would begin at the top. */
  readonly from: (place: Place) => RawBuilder<unknown>;
  readonly direction: 'asc' | 'desc';
  readonly by: RawBuilder<unknown>;
  /** The same for a place, to compare with `keys`. */
  readonly valuesOf: (place: Place) => RawBuilder<unknown>;
  readonly compare: (one: Place, other: Place) => number;
}

/** What waits is read oldest first, all else newest first. */
export function usualSort(state: CommentState | undefined): QueueSort {
  return state === 'pending' ? 'oldest' : 'newest';
}

/** The order of a sort; `backwards` is the same read from the other end. */
export function orderOf(sort: QueueSort, backwards = false): Order {
  const ascending = (sort === 'oldest') !== backwards;
  const direction = ascending ? 'asc' : 'desc';
  const way = sql.raw(direction);
  const sign = ascending ? 1 : -1;
  return sort === 'signals'
    ? {
        keys: sql`(${SIGNAL_COUNT}, created_at, id)`,
        from: ({ signals }) =>
          sql`and ${SIGNAL_COUNT} ${sql.raw(ascending ? '>=' : '<=')} ${signals}`,
        direction,
        by: sql`${SIGNAL_COUNT} ${way}, created_at ${way}, id ${way}`,
        valuesOf: ({ signals, at, id }) => sql`(${signals}, ${at}, ${id})`,
        compare: (one, other) => sign * (one.signals - other.signals || byTime(one, other)),
      }
    : {
        keys: sql`(created_at, id)`,
        from: () => sql``,
        direction,
        by: sql`created_at ${way}, id ${way}`,
        valuesOf: ({ at, id }) => sql`(${at}, ${id})`,
        compare: (one, other) => sign * byTime(one, other),
      };
}

function byTime(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at - other.at;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

export function writePlace({ signals, at, id }: Place): string {
  return `${signals}.${at}.${id}`;
}

/** The place that {@link writePlace} wrote; null for anything else. */
export function readPlace(text: string | undefined): Place | null {
  const match = /^(\d{1,4})\.(\d{1,16})\.([\w-]{1,64})$/.exec(text ?? '');
  const [, signals, at, id] = match ?? [];
  if (signals === undefined || at === undefined || id === undefined) return null;
  return { signals: Number(signals), at: Number(at), id };
}
