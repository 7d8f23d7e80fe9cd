import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Schema } from '../schema.ts';
import type { Migration } from './migration.ts';

/** Roles, second factors, passkeys, sessions that can be told apart, and the audit journal. */
export const accounts: Migration = { version: 5, name: 'accounts', up };

async function up(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await moderatorColumns(db, types);
  await sessionColumns(db);
  await factorTables(db, types);
  await auditTable(db, types);
}

async function moderatorColumns(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('moderators')
    .addColumn('role', 'text', (column) =>
      column
        .notNull()
        .defaultTo('moderator')
        .check(sql`role in ('moderator', 'administrator')`),
    )
    .execute();
  // Whoever moderated before there were roles could do everything.
  await db.updateTable('moderators').set({ role: 'administrator' }).execute();
  await schema
    .alterTable('moderators')
    .addColumn('mail', 'text', (column) =>
      column
        .notNull()
        .defaultTo('digest')
        .check(sql`mail in ('each', 'digest', 'none')`),
    )
    .execute();
  await schema
    .alterTable('moderators')
    .addColumn('locale', 'text', (column) =>
      column
        .notNull()
        .defaultTo('fr')
        .check(sql`locale in ('fr', 'en')`),
    )
    .execute();
  const add = (column: string, type: 'text' | 'integer' | ColumnTypes['instant']): Promise<void> =>
    schema.alterTable('moderators').addColumn(column, type).execute();
  await add('disabled_at', types.instant);
  await add('totp_secret', 'text');
  await add('totp_confirmed_at', types.instant);
  await add('totp_step', types.instant);
}

async function sessionColumns(db: Kysely<Schema>): Promise<void> {
  // Sessions of before have no name to be revoked by: their owners sign in anew.
  await db.deleteFrom('sessions').execute();
  await db.schema
    .alterTable('sessions')
    .addColumn('id', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema
    .alterTable('sessions')
    .addColumn('stage', 'text', (column) =>
      column
        .notNull()
        .defaultTo('full')
        .check(sql`stage in ('full', 'second-factor')`),
    )
    .execute();
  await db.schema.alterTable('sessions').addColumn('agent', 'text').execute();
  await db.schema
    .createIndex('sessions_of_moderator')
    .on('sessions')
    .columns(['moderator', 'id'])
    .execute();
}

async function factorTables({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('passkeys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('moderator', 'text', (column) => column.notNull().references('moderators.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', types.instant, (column) => column.notNull())
    .addColumn('transports', 'text')
    .addColumn('created_at', types.instant, (column) => column.notNull())
    .addColumn('last_used_at', types.instant)
    .modifyEnd(types.tableEnd)
    .execute();
  await schema.createIndex('passkeys_of_moderator').on('passkeys').column('moderator').execute();
  await schema
    .createTable('recovery_codes')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('moderator', 'text', (column) => column.notNull().references('moderators.id'))
    .addColumn('used_at', types.instant)
    .modifyEnd(types.tableEnd)
    .execute();
}

async function auditTable({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('audit')
    .addColumn('id', types.key, (column) => column.primaryKey())
    .addColumn('at', types.instant, (column) => column.notNull())
    .addColumn('moderator', 'text')
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('tutorial', 'text')
    .addColumn('detail', 'text')
    .modifyEnd(types.tableEnd)
    .execute();
  await schema.createIndex('audit_latest').on('audit').columns(['at', 'id']).execute();
  await schema.createIndex('audit_of_comment').on('audit').columns(['comment', 'at']).execute();
}
