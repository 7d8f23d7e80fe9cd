import type { Kysely } from 'kysely';
import type { AuthorHistory } from './queue-store.ts';
import type { Schema } from './schema.ts';
import { COMMENT_STATES, type CommentState } from './store.ts';

/** Counts to add to. */
export function noComments(): Record<CommentState, number> {
  return Object.fromEntries(COMMENT_STATES.map((state) => [state, 0])) as Record<
    CommentState,
    number
  >;
}

/** What is known of each address from its comments, out of one index; by address in lower case. */
export async function authorHistories(
  db: Kysely<Schema>,
  emails: readonly string[],
): Promise<ReadonlyMap<string, AuthorHistory>> {
  const keys = [...new Set(emails.map((email) => email.toLowerCase()))].filter(Boolean);
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .select(({ fn }) => [
      'email_key as key',
      'state',
      fn.countAll().as('count'),
      fn.min('created_at').as('firstAt'),
    ])
    .where('email_key', 'in', keys)
    .groupBy(['email_key', 'state'])
    .execute();
  const confirmed = await db
    .selectFrom('addresses')
    .select('key')
    .where('key', 'in', keys)
    .where('confirmed_at', 'is not', null)
    .execute();
  const sure = new Set(confirmed.map(({ key }) => key));
  const histories = new Map<string, AuthorHistory & { counts: Record<CommentState, number> }>();
  for (const { key, state, count, firstAt } of rows) {
    const known = histories.get(key);
    const counts = known?.counts ?? noComments();
    counts[state] = Number(count);
    histories.set(key, {
      counts,
      firstAt: Math.min(known?.firstAt ?? Infinity, firstAt),
      confirmed: sure.has(key),
    });
  }
  return histories;
}
