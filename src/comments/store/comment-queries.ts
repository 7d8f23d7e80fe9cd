import type { Kysely, Transaction } from 'kysely';
import { addSubscription } from './address-queries.ts';
import { decide } from './decision-queries.ts';
import { enqueueJobs } from './outbox-queries.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';
import {
  type CommentStore,
  type NewComment,
  SERVICE_MODERATOR,
  type Signal,
  type StoredComment,
  type Verdict,
} from './store.ts';

const PUBLIC_COLUMNS = [
  'id',
  'tutorial',
  'locale',
  'name',
  'website',
  'html',
  'created_at as createdAt',
  'parent',
  'avatar',
  'edited_at as editedAt',
  'erased_at as erasedAt',
] as const;

/** The columns of a comment as the service works with it. */
export const COMMENT_COLUMNS = [
  ...PUBLIC_COLUMNS,
  'moderator as writtenBy',
  'email',
  'raw',
  'policy_version as policyVersion',
  'receipt_hash as receiptHash',
  'state',
  'decided_at as decidedAt',
  'signals',
  'network',
  'origin',
] as const;

type CommentRow = Omit<StoredComment, 'signals' | 'moderator'> & {
  readonly signals: string | null;
};

/** A row of {@link COMMENT_COLUMNS} as a comment. */
export function toStoredComment({ signals, ...same }: CommentRow): StoredComment {
  return {
    ...same,
    moderator: same.writtenBy !== null,
    signals: signals === null ? [] : (JSON.parse(signals) as Signal[]),
  };
}

type CommentQueries = Pick<CommentStore, 'addComment' | 'findComment' | 'approvedComments'>;

export function commentQueries(db: Kysely<Schema>): CommentQueries {
  return {
    addComment: (comment, { jobs = [], subscription, verdict } = {}) =>
      jobs.length || subscription || verdict
        ? db.transaction().execute(async (transaction) => {
            const added = await addComment(transaction, comment);
            if (subscription) await addSubscription(transaction, comment, subscription);
            await enqueueJobs(transaction, jobs);
            if (verdict) return judge(transaction, added, verdict);
            return added;
          })
        : addComment(db, comment),

    async findComment(id) {
      const query = db.selectFrom('comments').select(COMMENT_COLUMNS).where('id', '=', id);
      const found = await query.executeTakeFirst();
      return found ? toStoredComment(found) : null;
    },

    async approvedComments(tutorial) {
      let query = db
        .selectFrom('comments')
        .select([...PUBLIC_COLUMNS, 'moderator as writtenBy'])
        .where('state', '=', 'approved');
      if (tutorial !== undefined) query = query.where('tutorial', '=', tutorial);
      const rows = await query.orderBy('created_at').orderBy('id').execute();
      return rows.map(({ writtenBy, ...same }) => ({ ...same, moderator: writtenBy !== null }));
    },
  };
}

async function addComment(
  db: Kysely<Schema>,
  { policyVersion, createdAt, receiptHash, signals = [], writtenBy = null, ...same }: NewComment,
): Promise<StoredComment> {
  const added = await db
    .insertInto('comments')
    .values({
      ...same,
      policy_version: policyVersion,
      created_at: createdAt,
      receipt_hash: receiptHash,
      signals: signals.length ? JSON.stringify(signals) : null,
      email_key: same.email.toLowerCase(),
      moderator: writtenBy,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(COMMENT_COLUMNS)
    .executeTakeFirst();
  if (!added) throw new StoreError('exists', `There is a comment ${same.id} already.`);
  return toStoredComment(added);
}

/** Moves a comment that was just added to where the rules want it. */
async function judge(
  transaction: Transaction<Schema>,
  comment: StoredComment,
  verdict: Verdict,
): Promise<StoredComment> {
  const { id, createdAt: at } = comment;
  if (verdict.to === 'approved') {
    const { to, decision, jobs } = verdict;
    const act = { id: decision, comments: [id], to, moderator: SERVICE_MODERATOR, at };
    await decide(transaction, { ...act, ...(jobs && { jobs }) });
  } else {
    const moved = { state: verdict.to, decided_at: at };
    await transaction.updateTable('comments').set(moved).where('id', '=', id).execute();
  }
  return { ...comment, state: verdict.to, decidedAt: at };
}
