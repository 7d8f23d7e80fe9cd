import { type Kysely, type RawBuilder, sql } from 'kysely';
import { LOCALES } from '../../i18n/locales.ts';
import { COMMENT_COLUMNS, toStoredComment } from './comment-queries.ts';
import { type Kind, placesAmong, placesOfKinds } from './find-places.ts';
import {
  orderOf,
  type Order,
  type Place,
  readPlace,
  usualSort,
  writePlace,
} from './queue-order.ts';
import { authorHistories, noComments } from './author-histories.ts';
import type { CommentCount, QueueFilter, QueueQuery, QueueStore } from './queue-store.ts';
import type { Schema } from './schema.ts';
import { searchIndex } from './search-index.ts';
import { countDue, indexDue, isSearch, searchFilter, searchGrams } from './search-queries.ts';
import { COMMENT_STATES, type StoredComment } from './store.ts';

/** What a search takes in by itself before it looks; the rest is the work of the background. */
const DUE_AT_ONCE = 50;

/** Up to so many candidates are all looked up and sorted; of more, the order of the queue is followed. */
const FEW = 8000;

/** Comments read in one go, and at most, while following the order for a word that very many have. */
const CHUNK = 100;
const MOST_READ = 800;

type Db = Kysely<Schema>;

/** A page as places, before the comments themselves are read. */
interface Found {
  readonly comments: readonly StoredComment[];
  readonly next: Place | null;
}

export function queueQueries(db: Db): QueueStore {
  return {
    async queue({ before, limit, sort, ...filter }) {
      const order = orderOf(sort ?? usualSort(filter.state));
      const { comments, next } = await find(db, filter, { order, after: readPlace(before), limit });
      const unsearched = isSearch(filter) ? await countDue(db) : 0;
      return { comments, next: next && writePlace(next), unsearched };
    },

    async matching(filter, limit) {
      const order = orderOf(usualSort(filter.state));
      const comments: StoredComment[] = [];
      let after: Place | null = null;
      do {
        const page: Page = { order, after, limit: limit - comments.length };
        const found: Found = await find(db, filter, page);
        comments.push(...found.comments);
        after = found.next;
      } while (after !== null && comments.length < limit);
      const seen = comments.map(({ id, editedAt }) => ({ id, editedAt }));
      return { comments: seen, more: after !== null };
    },

    async neighbors({ sort, ...filter }, comment) {
      const after = placeOf(comment);
      const [previous, next] = await Promise.all(
        [true, false].map(async (backwards) => {
          const order = orderOf(sort ?? usualSort(filter.state), backwards);
          const { comments } = await find(db, filter, { order, after, limit: 1 });
          return comments[0]?.id ?? null;
        }),
      );
      return { previous: previous ?? null, next: next ?? null };
    },

    countComments: () => countComments(db),

    async countByState() {
      const counts = noComments();
      for (const { state, count } of await countComments(db)) counts[state] += count;
      return counts;
    },

    authorHistories: (emails) => authorHistories(db, emails),
    indexSearch: (limit) => indexDue(db, limit),
  };
}

type Page = Pick<QueueQuery, 'limit'> & { readonly order: Order; readonly after: Place | null };

/** Reads places in order from `after` on. */
type ReadPlaces = (after: Place | null, limit: number) => Promise<readonly Place[]>;

async function find(db: Db, filter: QueueFilter, page: Page): Promise<Found> {
  const { order } = page;
  if (!isSearch(filter)) return pageOf(db, page, await inOrder(db, filter, order));
  await indexDue(db, DUE_AT_ONCE);
  const [index, grams] = [searchIndex(db), searchGrams(filter)];
  const ids = index.having(grams);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${index.rowsHaving(grams)} limit ${FEW + 1}) as some_hits
  `.execute(db);
  const read: ReadPlaces =
    Number(rows[0]?.n) <= FEW
      ? (after, limit) => placesAmong(db, ids, { filter, order, after, limit })
      : await inOrder(db, filter, order);
  return search(db, page, { read, fits: searchFilter(filter) });
}

/** All comments that fit a filter without words, in order. */
async function inOrder(db: Db, filter: QueueFilter, order: Order): Promise<ReadPlaces> {
  const kinds = await kindsOf(db, filter);
  return (after, limit) => placesOfKinds(db, { kinds, order, after, limit });
}

async function pageOf(db: Db, { after, limit }: Page, read: ReadPlaces): Promise<Found> {
  // One more than asked for tells whether there is another page.
  const places = await read(after, limit + 1);
  const page = places.slice(0, limit);
  const last = places.length > limit ? page.at(-1) : undefined;
  return { comments: await commentsAt(db, page), next: last ?? null };
}

/** Reads comments in order, some at a time, and keeps those that fit, until the page is full. */
async function search(
  db: Db,
  { after, limit }: Page,
  { read, fits }: { readonly read: ReadPlaces; readonly fits: (comment: StoredComment) => boolean },
): Promise<Found> {
  const kept: StoredComment[] = [];
  let last = after;
  for (let seen = 0, some = limit + 1; seen < MOST_READ; seen += some, some = CHUNK) {
    const places = await read(last, some);
    for (const comment of await commentsAt(db, places)) {
      if (fits(comment)) {
        if (kept.length === limit) return { comments: kept, next: last };
        kept.push(comment);
      }
      last = placeOf(comment);
    }
    if (places.length < some) return { comments: kept, next: null };
  }
  return { comments: kept, next: last };
}

/** The comments at some places, in the order of these. */
async function commentsAt(db: Db, places: readonly Place[]): Promise<readonly StoredComment[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, toStoredComment(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function placeOf({ id, createdAt, signals }: StoredComment): Place {
  return { id, at: createdAt, signals: signals.length };
}

/** Every kind that a filter lets through, whether there are comments of it or not. */
async function kindsOf(db: Db, filter: QueueFilter): Promise<readonly Kind[]> {
  const tutorials = filter.tutorial === undefined ? await tutorialsOf(db) : [filter.tutorial];
  const states = filter.state === undefined ? COMMENT_STATES : [filter.state];
  const locales = filter.locale === undefined ? LOCALES : [filter.locale];
  return tutorials.flatMap((tutorial) =>
    states.flatMap((state) => locales.map((locale) => ({ tutorial, state, locale }))),
  );
}

/** The tutorials that have comments: one step of an index for each, however many comments there are. */
async function tutorialsOf(db: Db): Promise<readonly string[]> {
  const next = (after: RawBuilder<unknown>) => sql`(
    select tutorial from comments where erased_at is null ${after} order by tutorial limit 1)`;
  const { rows } = await sql<{ name: string }>`
    with recursive names (name) as (
      select ${next(sql``)} union all
      select ${next(sql`and tutorial > names.name`)} from names where name is not null
    ) select name from names where name is not null
  `.execute(db);
  return rows.map(({ name }) => name);
}

async function countComments(db: Db): Promise<readonly CommentCount[]> {
  const rows = await db
    .selectFrom('comments')
    .select(({ fn }) => ['tutorial', 'state', 'locale', fn.countAll().as('count')])
    .where('erased_at', 'is', null)
    .groupBy(['tutorial', 'state', 'locale'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
