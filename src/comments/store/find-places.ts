import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Order, Place } from './queue-order.ts';
import type { CommentCount, QueueFilter } from './queue-store.ts';
import type { Schema } from './schema.ts';
import { SIGNAL_COUNT } from './signal-count.ts';

export type Kind = Pick<CommentCount, 'tutorial' | 'state' | 'locale'>;

/** What is looked for, in which order, and from where on. */
export interface PlaceQuery {
  readonly kinds: readonly Kind[];
  readonly order: Order;
  readonly after: Place | null;
  readonly limit: number;
}

/** Of SQLite, in one statement (https://sqlite.org/limits.html). */
const MOST_UNIONS = 400;

const PLACE = sql`id, created_at as at, ${SIGNAL_COUNT} as signals`;

/**
 * The places of the comments of some kinds. One kind is one stretch of an index that is in the
 * order asked for: whatever the filter, no more rows are read than are given out for each.
 */
export async function placesOfKinds(
  db: Kysely<Schema>,
  { kinds, order, after, limit }: PlaceQuery,
): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (let start = 0; start < kinds.length; start += MOST_UNIONS) {
    const parts = kinds.slice(start, start + MOST_UNIONS).map(
      ({ tutorial, state, locale }) => sql`select * from (
        select ${PLACE} from comments
        where tutorial = ${tutorial} and state = ${state} and locale = ${locale}
          and erased_at is null ${afterPlace(order, after)}
        order by ${order.by} limit ${limit}
      ) as kind`,
    );
    const { rows } = await sql<Place>`${sql.join(parts, sql` union all `)}`.execute(db);
    found.push(...rows);
  }
  return found.sort(order.compare).slice(0, limit);
}

/** The places of the comments with some ids that fit a filter: for ids that are not too many. */
export async function placesAmong(
  db: Kysely<Schema>,
  ids: RawBuilder<{ comment: string }>,
  { filter, order, after, limit }: Omit<PlaceQuery, 'kinds'> & { readonly filter: QueueFilter },
): Promise<readonly Place[]> {
  const wanted = (['state', 'tutorial', 'locale'] as const).flatMap((column) => {
    const value = filter[column];
    return value === undefined ? [] : [sql` and ${sql.ref(column)} = ${value}`];
  });
  // Both databases read the ids first and look each up, instead of walking through all comments.
  const { rows } = await sql<Place>`
    with hits as materialized (${ids})
    select ${PLACE} from hits cross join comments
    where comments.id = hits.comment and erased_at is null
      ${wanted.length ? sql.join(wanted, sql``) : sql``} ${afterPlace(order, after)}
    order by ${order.by} limit ${limit}
  `.execute(db);
  return rows;
}

function afterPlace(
  { keys, from, direction, valuesOf }: Order,
  after: Place | null,
): RawBuilder<unknown> {
  if (after === null) return sql``;
  return sql`${from(after)} and ${keys} ${sql.raw(direction === 'asc' ? '>' : '<')} ${valuesOf(after)}`;
}
