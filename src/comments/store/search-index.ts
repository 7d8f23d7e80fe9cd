import { type Kysely, type RawBuilder, sql, SqliteAdapter, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Grams asked for at once: enough to leave little but what is looked for. */
const MOST_GRAMS = 16;

/** Where the two databases' ways of keeping the grams of a text part. */
export interface SearchIndex {
  /** Takes a comment in, in place of what was there. */
  put(
    db: Transaction<Schema>,
    row: { readonly comment: string; readonly grams: ReadonlySet<number> },
  ): Promise<void>;
  /** A query for the ids (`comment`) of all that have each gram. */
  having(grams: ReadonlySet<number>): RawBuilder<{ comment: string }>;
  /** A query that has a row for each of them, and no ids: cheaper to count. */
  rowsHaving(grams: ReadonlySet<number>): RawBuilder<unknown>;
}

/** The index in the database at hand. */
export function searchIndex(db: Kysely<Schema>): SearchIndex {
  return db.getExecutor().adapter instanceof SqliteAdapter ? SQLITE_INDEX : POSTGRES_INDEX;
}

const SQLITE_INDEX: SearchIndex = {
  async put(db, { comment, grams }) {
    const { rows } = await sql<{ number: number }>`
      insert into search_rows (comment) values (${comment})
      on conflict (comment) do update set comment = excluded.comment returning number
    `.execute(db);
    const number = rows[0]?.number ?? null;
    await sql`delete from search_grams where rowid = ${number}`.execute(db);
    const words = [...grams].map(word).join(' ');
    await sql`insert into search_grams (rowid, grams) values (${number}, ${words})`.execute(db);
  },
  having: (grams) => sql`
    select search_rows.comment as comment from search_grams
    cross join search_rows on search_rows.number = search_grams.rowid
    where search_grams match ${query(grams)}`,
  rowsHaving: (grams) =>
    sql`select rowid from search_grams where search_grams match ${query(grams)}`,
};

const POSTGRES_INDEX: SearchIndex = {
  async put(db, { comment, grams }) {
    await sql`
      insert into search_rows (comment, grams) values (${comment}, ${list(grams)}::integer[])
      on conflict (comment) do update set grams = excluded.grams
    `.execute(db);
  },
  having: (grams) =>
    sql`select comment from search_rows where grams @> ${list(some(grams))}::integer[]`,
  rowsHaving: (grams) =>
    sql`select 1 from search_rows where grams @> ${list(some(grams))}::integer[]`,
};

/** All the grams, as SQLite's full-text index is asked for words. */
function query(grams: ReadonlySet<number>): string {
  return some(grams)
    .map((gram) => `"${word(gram)}"`)
    .join(' ');
}

/** A gram as a word of letters and digits. */
function word(gram: number): string {
  return (gram >>> 0).toString(36);
}

function list(grams: Iterable<number>): string {
  return `{${[...grams].join(',')}}`;
}

/** At most {@link MOST_GRAMS}, from all over the query. */
function some(grams: ReadonlySet<number>): readonly number[] {
  const all = [...grams];
  if (all.length <= MOST_GRAMS) return all;
  return Array.from(
    { length: MOST_GRAMS },
    (_, n) => all[Math.floor((n * all.length) / MOST_GRAMS)] ?? 0,
  );
}
