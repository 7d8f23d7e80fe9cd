import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Schema } from '../schema.ts';
import type { Migration } from './migration.ts';

/** Replies, what happens to a comment after it was posted, and what moderators say of it. */
export const replies: Migration = { version: 2, name: 'replies', up };

async function up(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  const add = (column: string, type: 'text' | ColumnTypes['instant']): Promise<void> =>
    schema.alterTable('comments').addColumn(column, type).execute();
  await schema
    .alterTable('comments')
    // Deferred: whoever copies comments need not sort replies after what they answer.
    .addColumn('parent', types.key, (column) =>
      column.references('comments.id').modifyEnd(sql`deferrable initially deferred`),
    )
    .execute();
  await add('edited_at', types.instant);
  await add('erased_at', types.instant);
  await add('signals', 'text');
  await add('network', 'text');
  await add('origin', 'text');
  for (const column of ['email_key', 'avatar']) {
    await schema
      .alterTable('comments')
      .addColumn(column, 'text', (text) => text.notNull().defaultTo(''))
      .execute();
  }
  await db
    .updateTable('comments')
    .set(({ fn }) => ({ email_key: fn<string>('lower', ['email']) }))
    .execute();
  await schema.createIndex('comments_replies').on('comments').column('parent').execute();
  await schema
    .createIndex('comments_of_address')
    .on('comments')
    .columns(['email_key', 'created_at', 'id'])
    .execute();
  await schema.createIndex('comments_origin').unique().on('comments').column('origin').execute();
  await editTable(db, types);
  await noteTable(db, types);
}

async function editTable({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('edits')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('comment', types.key, (column) => column.notNull().references('comments.id'))
    .addColumn('at', types.instant, (column) => column.notNull())
    .addColumn('moderator', 'text')
    .addColumn('raw', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('policy_version', 'integer', (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
  await schema.createIndex('edits_of_comment').on('edits').columns(['comment', 'at']).execute();
}

async function noteTable({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('comment', types.key, (column) => column.notNull().references('comments.id'))
    .addColumn('moderator', 'text', (column) => column.notNull())
    .addColumn('at', types.instant, (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
  await schema.createIndex('notes_of_comment').on('notes').columns(['comment', 'at']).execute();
}
