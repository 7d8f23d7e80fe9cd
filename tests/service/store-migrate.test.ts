import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SQLITE_TYPES } from '../../src/comments/store/column-types.ts';
import { migrate } from '../../src/comments/store/migrate.ts';
import { MIGRATIONS } from '../../src/comments/store/migrations/index.ts';
import type { Migration } from '../../src/comments/store/migrations/migration.ts';
import { openNodeSqlite } from '../../src/comments/store/node-sqlite.ts';
import type { Schema } from '../../src/comments/store/schema.ts';

let db: Kysely<Schema>;
beforeEach(() => {
  db = new Kysely({ dialect: new SqliteDialect({ database: openNodeSqlite(':memory:') }) });
});
afterEach(() => db.destroy());

const tables = async (): Promise<string[]> =>
  (await db.introspection.getTables()).map(({ name }) => name);

function step(version: number, fails = false): Migration {
  return {
    version,
    name: `step-${version}`,
    async up(database) {
      await database.schema.createTable(`t${version}`).addColumn('id', 'text').execute();
      if (fails) throw new Error('the disk is full');
    },
  };
}

test('the steps are numbered from one, without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, n) => n + 1));
});

test('each step is taken once', async () => {
  expect(await migrate(db, SQLITE_TYPES, [step(1)])).toBe(1);
  expect(await migrate(db, SQLITE_TYPES, [step(1)])).toBe(0);
  expect(await migrate(db, SQLITE_TYPES, [step(1), step(2), step(3)])).toBe(2);
  expect(await tables()).toEqual(['schema_versions', 't1', 't2', 't3']);
});

test('a step that fails takes the ones before it back', async () => {
  await migrate(db, SQLITE_TYPES, [step(1)]);
  const failing = migrate(db, SQLITE_TYPES, [step(1), step(2), step(3, true)]);
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await tables()).toEqual(['schema_versions', 't1']);
  expect(await migrate(db, SQLITE_TYPES, [step(1), step(2), step(3)])).toBe(2);
});

test('tables of a later release are refused', async () => {
  await migrate(db, SQLITE_TYPES, [step(1), step(2)]);
  await expect(migrate(db, SQLITE_TYPES, [step(1)])).rejects.toMatchObject({
    code: 'newer-database',
  });
});
