import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';
import type { Schema } from '../schema.ts';

/** One step of the tables' history. Once released it is never edited: a change is a new step. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (db: Kysely<Schema>, types: ColumnTypes) => Promise<void>;
}
