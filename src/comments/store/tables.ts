import type { Schema } from './schema.ts';

export interface Table {
  readonly name: keyof Schema;
  /** Its primary key. */
  readonly key: readonly string[];
}

/** Every table that holds data, each after those that it refers to. */
export const TABLES: readonly Table[] = [
  { name: 'moderators', key: ['id'] },
  { name: 'comments', key: ['id'] },
  { name: 'decisions', key: ['id'] },
  { name: 'decision_changes', key: ['decision', 'position'] },
  { name: 'invitations', key: ['token_hash'] },
  { name: 'sessions', key: ['token_hash'] },
  { name: 'counters', key: ['key'] },
];
