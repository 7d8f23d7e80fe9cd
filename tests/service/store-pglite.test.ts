import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { POSTGRES_TYPES } from '../../src/comments/store/column-types.ts';
import { createStore } from '../../src/comments/store/create-store.ts';
import { migrate } from '../../src/comments/store/migrate.ts';
import type { Schema } from '../../src/comments/store/schema.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { storeContract } from './store-contract.ts';

// One PostgreSQL in the process for all the tests (it takes a second to start), emptied for each.
let postgres: PGlite;
beforeAll(async () => {
  postgres = await PGlite.create();
});
afterAll(() => postgres.close());

storeContract('PostgreSQL (PGlite)', async (): Promise<CommentStore> => {
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: () => postgres }) });
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  await migrate(db, POSTGRES_TYPES);
  return { ...createStore(db), close: () => Promise.resolve() };
});
