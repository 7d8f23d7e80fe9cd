import type { Kysely } from 'kysely';
import { toAuditEntry } from './audit-queries.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { decisionsWithChanges } from './decision-queries.ts';
import type { Act, JournalQuery } from './moderation-store.ts';
import type { Schema } from './schema.ts';
import { COMMENT_STATES, SERVICE_MODERATOR } from './store.ts';

type Db = Kysely<Schema>;
type Part = Omit<JournalQuery, 'before'> & { readonly after: Cursor | null };

/** Decisions and all other acts as one list, the latest first. */
export async function findActs(
  db: Db,
  { before, limit, ...filter }: JournalQuery,
): Promise<{ readonly acts: readonly Act[]; readonly next: string | null }> {
  // One more than asked for, of either, tells whether there is another page.
  const part = { ...filter, limit: limit + 1, after: readCursor(before) };
  const state = COMMENT_STATES.find((each) => each === filter.act);
  const decisions = filter.act === undefined || state ? await decisionsOf(db, part) : [];
  const entries = state ? [] : await auditOf(db, part);
  const acts = [...decisions, ...entries].sort(latestFirst).slice(0, limit);
  const more = decisions.length + entries.length > limit;
  const last = more ? acts.at(-1) : undefined;
  return { acts, next: last ? writeCursor(last) : null };
}

async function decisionsOf(
  db: Db,
  { moderator, act, comment, after, limit }: Part,
): Promise<readonly Act[]> {
  const state = COMMENT_STATES.find((each) => each === act);
  const found = await decisionsWithChanges(db, (query) => {
    let some = query;
    if (moderator !== undefined) some = some.where('moderator', '=', moderator);
    if (state !== undefined) some = some.where('to_state', '=', state);
    if (comment !== undefined)
      some = some.where(({ eb, selectFrom }) => {
        const of = selectFrom('decision_changes').select('decision').where('comment', '=', comment);
        return eb('id', 'in', of);
      });
    if (after !== null)
      some = some.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)),
      );
    return some.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
  });
  return found.map((decision) => ({ kind: 'decision', ...decision }));
}

async function auditOf(
  db: Db,
  { moderator, act, comment, after, limit }: Part,
): Promise<readonly Act[]> {
  let query = db.selectFrom('audit').selectAll();
  if (moderator === SERVICE_MODERATOR) query = query.where('moderator', 'is', null);
  else if (moderator !== undefined) query = query.where('moderator', '=', moderator);
  if (act !== undefined) query = query.where('act', '=', act);
  if (comment !== undefined) query = query.where('comment', '=', comment);
  if (after !== null)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)),
    );
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({ kind: 'audit', ...toAuditEntry(row) }));
}

function latestFirst(one: Act, other: Act): number {
  if (one.at !== other.at) return other.at - one.at;
  if (one.id === other.id) return 0;
  return one.id < other.id ? 1 : -1;
}
