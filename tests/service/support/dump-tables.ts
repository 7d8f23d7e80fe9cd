import { type Kysely, sql } from 'kysely';
import type { DatabasePlace } from '../../../src/comments/store/database-place.ts';
import { openDatabase } from '../../../src/comments/store/open-database.ts';
import type { Schema } from '../../../src/comments/store/schema.ts';

/** Every value of every table of a database, as `table.column: value`, whatever tables there are. */
export async function dumpTables(place: DatabasePlace): Promise<readonly string[]> {
  const db = await openDatabase(place);
  const cells: string[] = [];
  for (const table of await tableNames(db)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      db,
    );
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        cells.push(`${table}.${column}: ${readable(value)}`);
  }
  await db.destroy();
  return cells;
}

async function tableNames(db: Kysely<Schema>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  return tables.map(({ name }) => name);
}

function readable(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
