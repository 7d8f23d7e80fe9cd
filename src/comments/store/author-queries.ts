import type { Kysely, Transaction } from 'kysely';
import { addAudit } from './audit-queries.ts';
import type { AuthorEdit, AuthorStore } from './author-store.ts';
import { ERASED } from './erase-address.ts';
import { enqueueJobs } from './outbox-queries.ts';
import { replaceText } from './replace-text.ts';
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
  { to, signals, jobs = [], ...change }: AuthorEdit,
): Promise<StoredComment | null> {
  const { seen, at } = change;
  const edited = await replaceText(transaction, {
    ...change,
    moderator: null,
    also: {
      ...(signals !== undefined && { signals: signals.length ? JSON.stringify(signals) : null }),
      // Nothing to undo a decision to: it was on another text.
      ...(seen.state !== to && { state: to, decided_at: null, decision: null }),
    },
  });
  if (!edited) return null;
  await addAudit(transaction, {
    at,
    moderator: null,
    act: 'author-edit',
    comment: seen.id,
    tutorial: edited.tutorial,
    detail: { from: seen.state, to },
  });
  await enqueueJobs(transaction, jobs);
  return edited;
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
