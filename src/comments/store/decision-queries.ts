import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import { enqueueJobs } from './outbox-queries.ts';
import type { Schema } from './schema.ts';
import type { CommentStore, Decision } from './store.ts';

type DecisionQueries = Pick<CommentStore, 'decide' | 'undo' | 'journal'>;

/** Fewer than the parameters that either database takes in one statement. */
const IDS_AT_ONCE = 500;

const DECISION_COLUMNS = [
  'id',
  'moderator',
  'at',
  'to_state as to',
  'undone_at as undoneAt',
  'undone_by as undoneBy',
] as const;

export function decisionQueries(db: Kysely<Schema>): DecisionQueries {
  return {
    decide: (act) => db.transaction().execute((transaction) => decide(transaction, act)),
    undo: (act) => db.transaction().execute((transaction) => undo(transaction, act)),
    journal: (limit) =>
      decisionsWithChanges(db, (query) =>
        query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit),
      ),
  };
}

type Decisions = SelectQueryBuilder<Schema, 'decisions', object>;

/** The decisions that `narrow` leaves, in its order, each with all that it moved. */
export async function decisionsWithChanges(
  db: Kysely<Schema>,
  narrow: (query: Decisions) => Decisions,
): Promise<readonly Decision[]> {
  const rows = await narrow(db.selectFrom('decisions')).select(DECISION_COLUMNS).execute();
  const changes = await changesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, changes: changes.get(row.id) ?? [] }));
}

/** {@link CommentStore.decide}, within a transaction. */
export async function decide(
  transaction: Transaction<Schema>,
  { id, comments, to, moderator, at, seen, jobs }: Parameters<CommentStore['decide']>[0],
): Promise<Decision | null> {
  const before = await commentsAsTheyStand(transaction, comments);
  const moved: typeof before = [];
  for (const comment of before) {
    if (comment.state === to || comment.erased_at !== null) continue;
    const version = seen?.get(comment.id);
    if (version !== undefined && version !== comment.edited_at) continue;
    // The state is asked for again: another process may have decided since it was read.
    const { numUpdatedRows } = await transaction
      .updateTable('comments')
      .set({ state: to, decided_at: at, decision: id })
      .where('id', '=', comment.id)
      .where('state', '=', comment.state)
      .where('edited_at', comment.edited_at === null ? 'is' : '=', comment.edited_at)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) moved.push(comment);
  }
  if (moved.length === 0) return null;
  await transaction
    .insertInto('decisions')
    .values({ id, moderator, at, to_state: to, undone_at: null, undone_by: null })
    .execute();
  for (const [position, comment] of moved.entries()) {
    await transaction
      .insertInto('decision_changes')
      .values({
        decision: id,
        position,
        comment: comment.id,
        from_state: comment.state,
        from_decided_at: comment.decided_at,
        from_decision: comment.decision,
      })
      .execute();
  }
  const changes = moved.map((comment) => ({ comment: comment.id, from: comment.state }));
  const decision = { id, moderator, at, to, changes, undoneAt: null, undoneBy: null };
  if (jobs) await enqueueJobs(transaction, jobs(decision));
  return decision;
}

/** The comments that exist among `ids`, once each, in an order that all processes share. */
async function commentsAsTheyStand(transaction: Transaction<Schema>, ids: readonly string[]) {
  const sorted = [...new Set(ids)].sort();
  const found = [];
  // A transaction of SQLite is alone; in PostgreSQL others decide meanwhile, and wait for these rows.
  const others = transaction.getExecutor().adapter.supportsMultipleConnections === true;
  for (let start = 0; start < sorted.length; start += IDS_AT_ONCE) {
    const rows = await transaction
      .selectFrom('comments')
      .select(['id', 'state', 'decided_at', 'decision', 'edited_at', 'erased_at'])
      .where('id', 'in', sorted.slice(start, start + IDS_AT_ONCE))
      .orderBy('id')
      .$if(others, (query) => query.forUpdate())
      .execute();
    found.push(...rows);
  }
  return found;
}

async function undo(
  transaction: Transaction<Schema>,
  { decision, moderator, at, jobs }: Parameters<CommentStore['undo']>[0],
): Promise<Decision | null> {
  const undone = await transaction
    .updateTable('decisions')
    .set({ undone_at: at, undone_by: moderator })
    .where('id', '=', decision)
    .where('undone_at', 'is', null)
    .returning(DECISION_COLUMNS)
    .executeTakeFirst();
  if (!undone) return null;
  const changes = await transaction
    .selectFrom('decision_changes')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('position')
    .execute();
  const putBack = [];
  for (const change of changes) {
    const { numUpdatedRows } = await transaction
      .updateTable('comments')
      .set({
        state: change.from_state,
        decided_at: change.from_decided_at,
        decision: change.from_decision,
      })
      .where('id', '=', change.comment)
      .where('decision', '=', decision)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) putBack.push({ comment: change.comment, from: change.from_state });
  }
  const result = { ...undone, changes: putBack };
  if (jobs) await enqueueJobs(transaction, jobs(result));
  return result;
}

async function changesOf(
  db: Kysely<Schema>,
  decisions: readonly string[],
): Promise<Map<string, Decision['changes'][number][]>> {
  const changes = new Map<string, Decision['changes'][number][]>();
  for (let start = 0; start < decisions.length; start += IDS_AT_ONCE) {
    const rows = await db
      .selectFrom('decision_changes')
      .select(['decision', 'comment', 'from_state as from'])
      .where('decision', 'in', decisions.slice(start, start + IDS_AT_ONCE))
      .orderBy('decision')
      .orderBy('position')
      .execute();
    for (const { decision, comment, from } of rows) {
      const list = changes.get(decision) ?? [];
      list.push({ comment, from });
      changes.set(decision, list);
    }
  }
  return changes;
}
