import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Table } from './tables.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows in memory at a time; a comment is 64 kilobytes at most. */
const ROWS_AT_ONCE = 200;

/** All rows of a table in the order of its key, some at a time. */
export async function* readRows(
  db: Kysely<Schema>,
  { name, key }: Table,
): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let after = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      select * from ${sql.table(name)} ${after} order by ${columns} limit ${ROWS_AT_ONCE}
    `.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`;
  }
}
