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
  { name: 'edits', key: ['id'] },
  { name: 'notes', key: ['id'] },
  { name: 'decisions', key: ['id'] },
  { name: 'decision_changes', key: ['decision', 'position'] },
  { name: 'audit', key: ['id'] },
  { name: 'addresses', key: ['key'] },
  { name: 'subscriptions', key: ['id'] },
  { name: 'links', key: ['token_hash'] },
  { name: 'outbox', key: ['id'] },
  { name: 'blocks', key: ['id'] },
  { name: 'threads', key: ['tutorial'] },
  { name: 'invitations', key: ['token_hash'] },
  { name: 'sessions', key: ['token_hash'] },
  { name: 'passkeys', key: ['id'] },
  { name: 'recovery_codes', key: ['hash'] },
  { name: 'counters', key: ['key'] },
];
