import { type Kysely, sql } from 'kysely';
import { type DatabasePlace, placeName } from './database-place.ts';
import { tablesVersion } from './migrate.ts';
import { openExisting } from './open-database.ts';
import type { Schema } from './schema.ts';
import { TABLES } from './tables.ts';

export interface DatabaseReport {
  /** A line each, for a person. */
  readonly lines: readonly string[];
  /** What is wrong with it; empty when it is sound. */
  readonly faults: readonly string[];
}

/**
 * Looks at a database without changing it: the version of its tables, how many rows each has,
 * and, in SQLite, every page and reference.
 *
 * @throws StoreError as {@link openExisting} does.
 */
export async function checkDatabase(place: DatabasePlace): Promise<DatabaseReport> {
  const db = await openExisting(place);
  try {
    const faults = 'file' in place ? await sqliteFaults(db) : [];
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
