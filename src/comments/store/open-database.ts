import { closeSync, existsSync, openSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import { type ColumnTypes, POSTGRES_TYPES, SQLITE_TYPES } from './column-types.ts';
import { type DatabasePlace, placeName } from './database-place.ts';
import { migrate, tablesVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import { postgresDialect } from './postgres-dialect.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

/** A database that lives and dies with the process, for tests. */
const IN_MEMORY = ':memory:';

/**
 * Opens a database and brings it to the newest version of its tables. A file is made when missing,
 * readable by its owner only: it holds addresses.
 *
 * @throws StoreError `newer-database` when a later release made the tables, `unreachable` when no
 * server answers or it refuses.
 */
export async function openDatabase(place: DatabasePlace): Promise<Kysely<Schema>> {
  if ('file' in place && place.file !== IN_MEMORY) closeSync(openSync(place.file, 'a', 0o600));
  const { db, types } = connect(place);
  return prepared(db, place, () => migrate(db, types));
}

/**
 * Opens a database as it stands, to read it. Nothing is made or migrated.
 *
 * @throws StoreError as {@link openDatabase} does, `no-database` when there is none, and
 * `older-database` when this release would have to migrate it first.
 */
export async function openExisting(place: DatabasePlace): Promise<Kysely<Schema>> {
  if ('file' in place && !existsSync(place.file))
    throw new StoreError('no-database', `There is no file ${place.file}.`);
  const { db } = connect(place, { reading: true });
  return prepared(db, place, async () => {
    const version = await tablesVersion(db);
    const name = placeName(place);
    if (version === 0) throw new StoreError('no-database', `${name} holds no comments database.`);
    if (version < MIGRATIONS.length)
      throw new StoreError(
        'older-database',
        `${name} has tables of version ${version}, this release works with version ` +
          `${MIGRATIONS.length}. Start the service on it once, which brings them up to date.`,
      );
    if (version > MIGRATIONS.length)
      throw new StoreError('newer-database', `${name} was made by a later release: use that one.`);
  });
}

function connect(
  place: DatabasePlace,
  how: { readonly reading?: boolean } = {},
): { db: Kysely<Schema>; types: ColumnTypes } {
  return 'url' in place
    ? { db: new Kysely<Schema>({ dialect: postgresDialect(place.url) }), types: POSTGRES_TYPES }
    : {
        db: new Kysely<Schema>({
          dialect: new SqliteDialect({ database: openNodeSqlite(place.file, how) }),
        }),
        types: SQLITE_TYPES,
      };
}

async function prepared(
  db: Kysely<Schema>,
  place: DatabasePlace,
  prepare: () => Promise<unknown>,
): Promise<Kysely<Schema>> {
  try {
    await prepare();
    return db;
  } catch (error) {
    await db.destroy();
    if (error instanceof StoreError || 'file' in place) throw error;
    const why = error instanceof AggregateError ? error.errors[0] : error;
    throw new StoreError('unreachable', `${placeName(place)}: ${(why as Error).message}`, error);
  }
}
