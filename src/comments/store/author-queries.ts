import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { addAudit } from './audit-queries.ts';
import type { AuthorEdit, AuthorStore } from './author-store.ts';
import { COMMENT_COLUMNS, toStoredComment } from './comment-queries.ts';
import { ERASED } from './erase-address.ts';
import { enqueueJobs } from './outbox-queries.ts';
import type { Schema } from './schema.ts';
import type { StoredComment } from './store.ts';

export function authorQueries(db: Kysely<Schema>): AuthorStore {
  return {
    editComment: (edit) => db.transaction().execute((one) => editComment(one, edit)),
    withdrawComment: (act) => db.transaction().execute((one) => withdrawComment(one, act)),
  };
}

async function editComment(
  transaction: Transaction<Schema>,
  { seen, raw, html, policyVersion, at, to, signals, jobs = [] }: AuthorEdit,
): Promise<StoredComment | null> {
  const before = await transaction
    .selectFrom('comments')
    .select(['raw', 'html', 'policy_version'])
    .where('id', '=', seen.id)
    .executeTakeFirst();
  if (!before) return null;
  // Held against what was seen: a decision or an edit that came in between wins.
  const edited = await transaction
    .updateTable('comments')
    .set({ raw, html, policy_version: policyVersion, edited_at: at })
    .$if(signals !== undefined, (query) =>
      query.set({ signals: signals?.length ? JSON.stringify(signals) : null }),
    )
    // Nothing to undo a decision to: it was on another text.
    .$if(seen.state !== to, (query) => query.set({ state: to, decided_at: null, decision: null }))
    .where('id', '=', seen.id)
    .where('state', '=', seen.state)
    .where('edited_at', seen.editedAt === null ? 'is' : '=', seen.editedAt)
    .where('erased_at', 'is', null)
    .returning(COMMENT_COLUMNS)
    .executeTakeFirst();
  if (!edited) return null;
  const id = randomBytes(16).toString('base64url');
  await transaction
    .insertInto('edits')
    .values({ ...before, id, comment: seen.id, at, moderator: null })
    .execute();
  await addAudit(transaction, {
    at,
    moderator: null,
    act: 'author-edit',
    comment: seen.id,
    tutorial: edited.tutorial,
    detail: { from: seen.state, to },
  });
  await enqueueJobs(transaction, jobs);
  return toStoredComment(edited);
}

async function withdrawComment(
  transaction: Transaction<Schema>,
  { comment, at, jobs = [] }: Parameters<AuthorStore['withdrawComment']>[0],
): Promise<boolean> {
  const erased = await transaction
    .updateTable('comments')
    .set({ ...ERASED, erased_at: at, decision: null })
    .where('id', '=', comment)
    .where('erased_at', 'is', null)
    .returning(['state', 'tutorial'])
    .executeTakeFirst();
  if (!erased) return false;
  if (erased.state === 'pending') {
    await transaction
      .updateTable('comments')
      .set({ state: 'rejected', decided_at: at })
      .where('id', '=', comment)
      .execute();
  }
  for (const table of ['edits', 'notes', 'subscriptions'] as const)
    await transaction.deleteFrom(table).where('comment', '=', comment).execute();
  await addAudit(transaction, {
    at,
    moderator: null,
    act: 'withdrawn',
    comment,
    tutorial: erased.tutorial,
    detail: { from: erased.state },
  });
  await enqueueJobs(transaction, jobs);
  return true;
}
