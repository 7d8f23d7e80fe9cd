import { sql, type RawBuilder } from 'kysely';

/** Where the databases' ways of making a table part. */
export interface ColumnTypes {
  /** 64 bits: SQLite's only integer, PostgreSQL's `bigint`. */
  readonly instant: 'integer' | 'bigint';
  /** What ends a `create table`: SQLite checks types only in strict tables. */
  readonly tableEnd: RawBuilder<unknown>;
}

export const SQLITE_TYPES: ColumnTypes = { instant: 'integer', tableEnd: sql`strict` };
export const POSTGRES_TYPES: ColumnTypes = { instant: 'bigint', tableEnd: sql`` };
