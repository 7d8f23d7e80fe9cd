import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

/**
 * Brings the tables to the newest version, all steps in one transaction: either every step is
 * there afterwards, or none. Resolves to the number of steps taken.
 *
 * @throws StoreError `newer-database` when the tables come from a later release.
 */
export async function migrate(
  db: Kysely<Schema>,
  types: ColumnTypes,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await types.migrateAlone?.execute(transaction);
    const current = await currentVersion(transaction, types);
    const newest = migrations.length;
    if (current > newest) {
      throw new StoreError(
        'newer-database',
        `The database has tables of version ${current}, this release knows version ${newest}. ` +
          'Start the release that made it, or restore a backup of before.',
      );
    }
    const steps = migrations.slice(current);
    for (const { version, name, up } of steps) {
      await up(transaction, types);
      await transaction.insertInto('schema_versions').values({ version, name }).execute();
    }
    return steps.length;
  });
}

/** The version of the tables as they stand; 0 when there are none. Changes nothing. */
export async function tablesVersion(db: Kysely<Schema>): Promise<number> {
  const tables = await db.introspection.getTables();
  return tables.some(({ name }) => name === 'schema_versions') ? latestVersion(db) : 0;
}

async function currentVersion(db: Kysely<Schema>, types: ColumnTypes): Promise<number> {
  await db.schema
    .createTable('schema_versions')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
  return latestVersion(db);
}

async function latestVersion(db: Kysely<Schema>): Promise<number> {
  const latest = await db
    .selectFrom('schema_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return latest?.version ?? 0;
}
