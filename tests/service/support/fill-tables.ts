import type { DatabasePlace } from '../../../src/comments/store/database-place.ts';
import { openDatabase } from '../../../src/comments/store/open-database.ts';
import type { Schema } from '../../../src/comments/store/schema.ts';
import { NOW } from './sample-comment.ts';

/** A row for each table that refers to a comment or a moderator, where only the copy of it is tested. */
const ROWS = {
  edits: (comment: string) => ({
    id: 'edit',
    comment,
    at: NOW,
    moderator: null,
    raw: 'avant',
    html: '<p>avant</p>',
    policy_version: 1,
  }),
  notes: (comment: string) => ({ id: 'note', comment, moderator: 'Ann', at: NOW, text: 'Vu.' }),
  audit: (comment: string) => ({
    id: 'audit',
    at: NOW,
    moderator: 'Ann',
    act: 'note',
    comment,
    tutorial: null,
    detail: '{"é":1}',
  }),
  addresses: () => ({
    key: 'zoe@example.org',
    email: 'Zoe@example.org',
    locale: 'fr' as const,
    asked_at: NOW,
    confirmed_at: NOW,
    stopped_at: null,
  }),
  subscriptions: (comment: string) => ({
    id: 'subscription',
    address: 'zoe@example.org',
    comment,
    created_at: NOW,
    confirmed_at: NOW,
    stopped_at: null,
  }),
  links: () => ({
    token_hash: 'l',
    purpose: 'confirm',
    subject: 'zoe@example.org',
    data: null,
    expires_at: NOW + 1e9,
  }),
  outbox: () => ({
    id: 'job',
    kind: 'mail',
    dedupe: 'once',
    subject: 'zoe@example.org',
    payload: '{}',
    created_at: NOW,
    due_at: NOW,
    locked_until: null,
    again_at: NOW,
    again_created_at: NOW,
    again_payload: '{"é":2}',
    done_at: null,
    failed_at: null,
    error: null,
  }),
  blocks: () => ({
    id: 'block',
    kind: 'word' as const,
    value: 'casino',
    moderator: 'Ann',
    created_at: NOW,
    expires_at: null,
  }),
  threads: () => ({ tutorial: 'hybrid', state: 'closed' as const, at: NOW, moderator: 'Ann' }),
  passkeys: () => ({
    id: 'key',
    moderator: 'Ann',
    name: 'Clé',
    public_key: 'AAAA',
    counter: 3,
    transports: null,
    created_at: NOW,
    last_used_at: null,
  }),
  recovery_codes: () => ({ hash: 'r', moderator: 'Ann', used_at: null }),
} satisfies { [Name in keyof Schema]?: (comment: string) => object };

/** Puts a row into every table that `filledStore` leaves empty. */
export async function fillTables(place: DatabasePlace): Promise<void> {
  const db = await openDatabase(place);
  const { id } = await db.selectFrom('comments').select('id').executeTakeFirstOrThrow();
  for (const [name, row] of Object.entries(ROWS))
    await db
      .insertInto(name as keyof typeof ROWS)
      .values(row(id))
      .execute();
  await db.destroy();
}
