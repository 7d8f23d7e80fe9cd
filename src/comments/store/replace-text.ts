import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { COMMENT_COLUMNS, toStoredComment } from './comment-queries.ts';
import type { Schema } from './schema.ts';
import type { CommentState, Instant, StoredComment } from './store.ts';

/** A new text for a comment that somebody has in hand. */
export interface TextChange {
  /** As it was seen: when it was changed since, or has left this state, nothing is done. */
  readonly seen: {
    readonly id: string;
    readonly editedAt: Instant | null;
    readonly state?: CommentState;
  };
  readonly raw: string;
  readonly html: string;
  readonly policyVersion: number;
  readonly at: Instant;
  /** Null where its author changes it. */
  readonly moderator: string | null;
  /** What else changes with the text. */
  readonly also?: {
    readonly signals?: string | null;
    readonly state?: CommentState;
    readonly decided_at?: null;
    readonly decision?: null;
  };
}

/**
 * Changes the text of a comment and keeps what stood before. Null when it no longer stands as it
 * was seen: whoever came in between wins.
 */
export async function replaceText(
  transaction: Transaction<Schema>,
  { seen, raw, html, policyVersion, at, moderator, also = {} }: TextChange,
): Promise<StoredComment | null> {
  const before = await transaction
    .selectFrom('comments')
    .select(['raw', 'html', 'policy_version'])
    .where('id', '=', seen.id)
    .executeTakeFirst();
  if (!before) return null;
  // Two changes within a millisecond are two versions.
  const editedAt = Math.max(at, (seen.editedAt ?? 0) + 1);
  const { state } = seen;
  const edited = await transaction
    .updateTable('comments')
    .set({ raw, html, policy_version: policyVersion, edited_at: editedAt, ...also })
    .where('id', '=', seen.id)
    .where('edited_at', seen.editedAt === null ? 'is' : '=', seen.editedAt)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'pending'))
    .where('erased_at', 'is', null)
    .returning(COMMENT_COLUMNS)
    .executeTakeFirst();
  if (!edited) return null;
  const id = randomBytes(16).toString('base64url');
  await transaction
    .insertInto('edits')
    .values({ ...before, id, comment: seen.id, at: editedAt, moderator })
    .execute();
  return toStoredComment(edited);
}
