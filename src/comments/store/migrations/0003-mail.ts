import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Schema } from '../schema.ts';
import type { Migration } from './migration.ts';

/** Addresses that were confirmed, who wants to hear of replies, mailed links, and what is to be sent. */
export const mail: Migration = { version: 3, name: 'mail', up };

async function up(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('comments').addColumn('announced_at', types.instant).execute();
  // The sweep reads a day's rows and not all.
  await db.schema
    .createIndex('comments_with_network')
    .on('comments')
    .column('created_at')
    .where(sql.ref('network'), 'is not', null)
    .execute();
  await addressTables(db, types);
  await outboxTable(db, types);
}

async function addressTables({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('addresses')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull().check(sql`locale in ('fr', 'en')`))
    .addColumn('asked_at', types.instant)
    .addColumn('confirmed_at', types.instant)
    .addColumn('stopped_at', types.instant)
    .modifyEnd(types.tableEnd)
    .execute();
  await schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull().references('addresses.key'))
    .addColumn('comment', types.key, (column) => column.notNull().references('comments.id'))
    .addColumn('created_at', types.instant, (column) => column.notNull())
    .addColumn('confirmed_at', types.instant)
    .addColumn('stopped_at', types.instant)
    .addUniqueConstraint('subscriptions_once', ['address', 'comment'])
    .modifyEnd(types.tableEnd)
    .execute();
  await schema
    .createIndex('subscriptions_of_comment')
    .on('subscriptions')
    .column('comment')
    .execute();
  await schema
    .createTable('links')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('data', 'text')
    .addColumn('expires_at', types.instant, (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
  await schema.createIndex('links_of_subject').on('links').columns(['subject']).execute();
}

async function outboxTable({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('outbox')
    .addColumn('id', types.key, (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('dedupe', 'text', (column) => column.unique())
    .addColumn('subject', 'text')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('created_at', types.instant, (column) => column.notNull())
    .addColumn('due_at', types.instant, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('locked_until', types.instant)
    .addColumn('again_at', types.instant)
    .addColumn('again_created_at', types.instant)
    .addColumn('again_payload', 'text')
    .addColumn('done_at', types.instant)
    .addColumn('failed_at', types.instant)
    .addColumn('error', 'text')
    .modifyEnd(types.tableEnd)
    .execute();
  await schema
    .createIndex('outbox_due')
    .on('outbox')
    .columns(['done_at', 'failed_at', 'due_at', 'id'])
    .execute();
  await schema.createIndex('outbox_of_subject').on('outbox').column('subject').execute();
}
