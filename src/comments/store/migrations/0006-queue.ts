import { type Kysely, type SchemaModule, sql } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Schema } from '../schema.ts';
import { SIGNAL_COUNT } from '../signal-count.ts';
import type { Migration } from './migration.ts';

/**
 * The moderators' queue: replies by moderators, orders that answer at once whatever the filter,
 * and the index of the search with the list of what it has to take in.
 */
export const queue: Migration = { version: 6, name: 'queue', up };

async function up(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('comments').addColumn('moderator', 'text').execute();
  await orders(db);
  await db.schema
    .createTable('search_due')
    .addColumn('comment', types.key, (column) => column.primaryKey())
    .addColumn('times', 'integer', (column) => column.notNull())
    .modifyEnd(types.tableEnd)
    .execute();
  for (const statement of types.searchTables) await statement.execute(db);
  await sql`insert into search_due (comment, times) select id, 1 from comments`.execute(db);
}

async function orders({ schema }: Kysely<Schema>): Promise<void> {
  for (const name of ['comments_decided', 'comments_of_tutorial', 'comments_of_address'])
    await schema.dropIndex(name).execute();
  // What was taken back is in no queue. SQLite reads an index alone only if each column named is in it.
  const filters = ['tutorial', 'state', 'locale'] as const;
  await schema
    .createIndex('comments_by_time')
    .on('comments')
    .columns([...filters, 'created_at', 'id', 'erased_at'])
    .where('erased_at', 'is', null)
    .execute();
  await schema
    .createIndex('comments_by_signals')
    .on('comments')
    .columns([...filters])
    .column(SIGNAL_COUNT)
    .columns(['created_at', 'id', 'erased_at'])
    .where('erased_at', 'is', null)
    .execute();
  await schema
    .createIndex('comments_of_address')
    .on('comments')
    .columns(['email_key', 'state', 'created_at', 'id'])
    .execute();
  await schema
    .createIndex('decision_changes_of_comment')
    .on('decision_changes')
    .columns(['comment', 'decision'])
    .execute();
  await journalIndexes(schema);
}

/** The journal is read by time, whoever or whatever it is asked for. */
async function journalIndexes(schema: SchemaModule): Promise<void> {
  for (const [table, column] of [
    ['audit', 'moderator'],
    ['audit', 'act'],
    ['decisions', 'moderator'],
    ['decisions', 'to_state'],
  ] as const)
    await schema
      .createIndex(`${table}_by_${column}`)
      .on(table)
      .columns([column, 'at', 'id'])
      .execute();
}
