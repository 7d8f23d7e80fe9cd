import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Migration } from './migration.ts';

/** How often a job failed, apart from how often it was taken: a process that dies proves nothing. */
export const failures: Migration = { version: 7, name: 'failures', up };

async function up({ schema }: Kysely<Schema>): Promise<void> {
  await schema
    .alterTable('outbox')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
