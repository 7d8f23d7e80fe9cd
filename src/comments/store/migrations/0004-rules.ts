import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Schema } from '../schema.ts';
import type { Migration } from './migration.ts';

/** What moderators block, and the threads that they close or keep open by hand. */
export const rules: Migration = { version: 4, name: 'rules', up };

async function up({ schema }: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  await schema
    .createTable('blocks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('address', 'domain', 'website', 'word', 'network')`),
    )
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('moderator', 'text')
    .addColumn('created_at', types.instant, (column) => column.notNull())
    .addColumn('expires_at', types.instant)
    .addUniqueConstraint('blocks_once', ['kind', 'value'])
    .modifyEnd(types.tableEnd)
    .execute();
  await schema
    .createTable('threads')
    .addColumn('tutorial', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('open', 'closed')`),
    )
    .addColumn('at', types.instant, (column) => column.notNull())
    .addColumn('moderator', 'text')
    .modifyEnd(types.tableEnd)
    .execute();
}
