import { type RawBuilder, sql } from 'kysely';
import { POSTGRES_SEARCH, SQLITE_SEARCH } from './search-tables.ts';

/** Where the databases' ways of making a table part. */
export interface ColumnTypes {
  /** 64 bits: SQLite's only integer, PostgreSQL's `bigint`. */
  readonly instant: 'integer' | 'bigint';
  /** A key that sorts by its bytes, as JavaScript does, so that all processes lock rows in one order. */
  readonly key: 'text' | RawBuilder<unknown>;
  /** What ends a `create table`: SQLite checks types only in strict tables. */
  readonly tableEnd: RawBuilder<unknown>;
  /** Makes other processes that migrate wait; null where a transaction does so by itself. */
  readonly migrateAlone: RawBuilder<unknown> | null;
  /** Statements that make the index of the search and keep the list of what it has to take in. */
  readonly searchTables: readonly RawBuilder<unknown>[];
}

export const SQLITE_TYPES: ColumnTypes = {
  instant: 'integer',
  key: 'text',
  tableEnd: sql`strict`,
  migrateAlone: null,
  searchTables: SQLITE_SEARCH,
};

export const POSTGRES_TYPES: ColumnTypes = {
  instant: 'bigint',
  key: sql`text collate "C"`,
  tableEnd: sql``,
  // Any number that nothing else in the database uses; this one spells "Strates".
  migrateAlone: sql`select pg_advisory_xact_lock(23490457677096307)`,
  searchTables: POSTGRES_SEARCH,
};
