import { type Kysely, sql } from 'kysely';
import { type DatabasePlace, placeName } from './database-place.ts';
import { tablesVersion } from './migrate.ts';
import { openExisting } from './open-database.ts';
import type { Schema } from './schema.ts';
import { TABLES } from './tables.ts';

/** Comments of one fault that are named. */
const MOST_TOLD = 20;

export interface DatabaseReport {
  /** A line each, for a person. */
  readonly lines: readonly string[];
  /** What is wrong with it; empty when it is sound. */
  readonly faults: readonly string[];
}

/**
 * Looks at a database without changing it: the version of its tables, how many rows each has,
 * whether every thread hangs together, and, in SQLite, every page and reference.
 *
 * @throws StoreError as {@link openExisting} does.
 */
export async function checkDatabase(place: DatabasePlace): Promise<DatabaseReport> {
  const db = await openExisting(place);
  try {
    const faults = [
      ...('file' in place ? await sqliteFaults(db) : []),
      ...(await threadFaults(db)),
    ];
    const lines = [`${placeName(place)}, tables of version ${await tablesVersion(db)}`];
    for (const { name } of TABLES) {
      const { rows } = await sql<{
        n: number;
      }>`select count(*) as n from ${sql.table(name)}`.execute(db);
      lines.push(`  ${name}: ${rows[0]?.n ?? 0}`);
    }
    return { lines, faults };
  } finally {
    await db.destroy();
  }
}

async function sqliteFaults(db: Kysely<Schema>): Promise<string[]> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const references = await sql<{ table: string; rowid: number }>`pragma foreign_key_check`.execute(
    db,
  );
  return [
    ...pages.rows.map((row) => row.integrity_check).filter((found) => found !== 'ok'),
    ...references.rows.map(({ table, rowid }) => `${table}, row ${rowid}: refers to nothing`),
  ];
}

/** Replies that no thread shows: those to another thread, and those that answer each other. */
async function threadFaults(db: Kysely<Schema>): Promise<string[]> {
  const strays = await sql<{ id: string }>`
    select reply.id from comments reply join comments answered on answered.id = reply.parent
    where reply.tutorial <> answered.tutorial order by reply.id
  `.execute(db);
  const circles = await sql<{ id: string }>`
    with recursive reached(id) as (
      select id from comments where parent is null
      union all
      select reply.id from comments reply join reached on reply.parent = reached.id
    )
    select id from comments
    where parent in (select id from comments) and id not in (select id from reached) order by id
  `.execute(db);
  return [
    ...told(strays.rows, 'answers a comment of another thread'),
    ...told(circles.rows, 'stands in a circle of replies'),
  ];
}

function told(rows: readonly { readonly id: string }[], what: string): string[] {
  const lines = rows.slice(0, MOST_TOLD).map(({ id }) => `comments, ${id}: ${what}`);
  const rest = rows.length - lines.length;
  return rest > 0 ? [...lines, `and ${rest} more`] : lines;
}
