import { closeSync, openSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import { SQLITE_TYPES } from './column-types.ts';
import { createStore } from './create-store.ts';
import { migrate } from './migrate.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import type { Schema } from './schema.ts';
import type { CommentStore } from './store.ts';

/** A database that lives and dies with the process, for tests. */
const IN_MEMORY = ':memory:';

/**
 * The store in one SQLite file, made when missing (readable by its owner only: it holds
 * addresses) and brought to the newest version of its tables.
 *
 * @throws StoreError `newer-database` when a later release made the file.
 */
export async function openStore({ file }: { file: string }): Promise<CommentStore> {
  if (file !== IN_MEMORY) closeSync(openSync(file, 'a', 0o600));
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openNodeSqlite(file) }) });
  try {
    await migrate(db, SQLITE_TYPES);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createStore(db);
}
