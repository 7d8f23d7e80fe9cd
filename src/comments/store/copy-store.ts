import { type Kysely, sql, type Transaction } from 'kysely';
import { readRows, type Row } from './read-rows.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';
import { type TableDigest, tableDigest } from './table-digest.ts';
import { type Table, TABLES } from './tables.ts';

export type TableCopy = TableDigest & { readonly table: string };

/**
 * Copies every row of one database into another of the same version, reads the copy back and
 * compares, all in one transaction: what differs, or fails, leaves the target as it was. `replace`
 * first empties the target.
 *
 * @throws StoreError `not-empty` when the target holds rows, `damaged` when the copy differs.
 */
export async function copyStore(
  source: Kysely<Schema>,
  target: Kysely<Schema>,
  { replace = false }: { replace?: boolean } = {},
): Promise<readonly TableCopy[]> {
  // Every table is read as of the same moment.
  const reading = source.transaction().setIsolationLevel('repeatable read');
  return reading.execute((from) =>
    target.transaction().execute(async (to) => {
      if (replace) await empty(to);
      else await refuseRows(to);
      const copies: TableCopy[] = [];
      for (const table of TABLES) copies.push(await copyTable(from, to, table));
      return copies;
    }),
  );
}

async function empty(db: Transaction<Schema>): Promise<void> {
  for (const { name } of TABLES.toReversed()) await sql`delete from ${sql.table(name)}`.execute(db);
}

async function refuseRows(db: Transaction<Schema>): Promise<void> {
  for (const { name } of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length) throw new StoreError('not-empty', `The target has rows in ${name} already.`);
  }
}

async function copyTable(
  from: Transaction<Schema>,
  to: Transaction<Schema>,
  table: Table,
): Promise<TableCopy> {
  const sent = tableDigest();
  for await (const rows of readRows(from, table)) {
    rows.forEach(sent.add);
    await insert(to, table, rows);
  }
  const kept = tableDigest();
  for await (const rows of readRows(to, table)) rows.forEach(kept.add);
  const [theirs, ours] = [sent.result(), kept.result()];
  if (theirs.rows !== ours.rows || theirs.digest !== ours.digest)
    throw new StoreError(
      'damaged',
      `The copy of ${table.name} differs from the original: ${ours.rows} of ${theirs.rows} rows. ` +
        'Nothing was changed. Does something else write to the target?',
    );
  return { table: table.name, ...ours };
}

async function insert(
  db: Transaction<Schema>,
  { name }: Table,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`
    insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}
  `.execute(db);
}
