import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Schema } from '../schema.ts';
import type { Migration } from './migration.ts';

/** Comments and what moderators decided on them, moderators and their sessions, and rate limits. */
export const comments: Migration = { version: 1, name: 'comments', up };

async function up(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await commentTable(db, types);
  await journalTables(db, types);
  await moderatorTables(db, types);
  await db.schema
    .createTable('counters')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('started_at', types.instant, (column) => column.notNull())
    .addColumn('expires_at', types.instant, (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
}

async function commentTable({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('comments')
    .addColumn('id', types.key, (column) => column.primaryKey())
    .addColumn('tutorial', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull().check(sql`locale in ('fr', 'en')`))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('website', 'text')
    .addColumn('raw', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('policy_version', 'integer', (column) => column.notNull())
    .addColumn('created_at', types.instant, (column) => column.notNull())
    .addColumn('receipt_hash', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column
        .notNull()
        .defaultTo('pending')
        .check(sql`state in ('pending', 'approved', 'rejected', 'spam')`),
    )
    .addColumn('decided_at', types.instant)
    .addColumn('decision', 'text')
    .modifyEnd(types.tableEnd)
    .execute();
  const index = (name: string, columns: (keyof Schema['comments'])[]): Promise<void> =>
    schema.createIndex(name).on('comments').columns(columns).execute();
  await index('comments_waiting', ['state', 'created_at', 'id']);
  await index('comments_decided', ['state', 'decided_at', 'id']);
  await index('comments_of_tutorial', ['tutorial', 'state', 'created_at', 'id']);
}

async function journalTables({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('decisions')
    .addColumn('id', types.key, (column) => column.primaryKey())
    .addColumn('moderator', 'text', (column) => column.notNull())
    .addColumn('at', types.instant, (column) => column.notNull())
    .addColumn('to_state', 'text', (column) => column.notNull())
    .addColumn('undone_at', types.instant)
    .addColumn('undone_by', 'text')
    .modifyEnd(types.tableEnd)
    .execute();
  await schema.createIndex('decisions_latest').on('decisions').columns(['at', 'id']).execute();
  await schema
    .createTable('decision_changes')
    .addColumn('decision', types.key, (column) => column.notNull().references('decisions.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('comment', 'text', (column) => column.notNull().references('comments.id'))
    .addColumn('from_state', 'text', (column) => column.notNull())
    .addColumn('from_decided_at', types.instant)
    .addColumn('from_decision', 'text')
    .addPrimaryKeyConstraint('decision_changes_key', ['decision', 'position'])
    .modifyEnd(types.tableEnd)
    .execute();
}

async function moderatorTables({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('moderators')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_key', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', types.instant, (column) => column.notNull())
    .addColumn('password_hash', 'text')
    .modifyEnd(types.tableEnd)
    .execute();
  await schema
    .createTable('invitations')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('moderator', 'text', (column) => column.notNull().references('moderators.id'))
    .addColumn('expires_at', types.instant, (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
  await schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('moderator', 'text', (column) => column.notNull().references('moderators.id'))
    .addColumn('created_at', types.instant, (column) => column.notNull())
    .addColumn('last_seen_at', types.instant, (column) => column.notNull())
    .addColumn('expires_at', types.instant, (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
}
