import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { enqueueJobs } from './outbox-queries.ts';
import type { PersonalStore } from './personal-store.ts';
import type { Schema } from './schema.ts';
import type { Instant } from './store.ts';

/** What is left of who wrote a comment. */
const NAMELESS = {
  email: '',
  email_key: '',
  website: null,
  avatar: '',
  network: null,
  signals: null,
  // Whoever kept the receipt can no longer show or change it.
  receipt_hash: '',
} as const;

/** What is left of a comment that was erased: its place among the others. */
export const ERASED = { ...NAMELESS, name: '', raw: '', html: '' } as const;

/** The name under which a text stays whose author does not want to be named. */
const ANONYMOUS = sql<string>`case locale when 'fr' then 'Anonyme' else 'Anonymous' end`;

/** Erases what is held on an address; see {@link PersonalStore.erase}. */
export async function eraseAddress(
  transaction: Transaction<Schema>,
  { email, how, now, jobs = [] }: Parameters<PersonalStore['erase']>[0],
): Promise<number> {
  const key = email.toLowerCase();
  const found = await transaction
    .selectFrom('comments')
    .select('id')
    .where('email_key', '=', key)
    .orderBy('id')
    .execute();
  await forgetAbout(transaction, key);
  if (how === 'name') await takeName(transaction, key);
  else await takeEverything(transaction, key, now);
  for (const { id } of found) {
    await transaction
      .insertInto('audit')
      .values({ id: randomBytes(16).toString('base64url'), at: now, act: 'erased', comment: id })
      .execute();
  }
  if (found.length) await enqueueJobs(transaction, jobs);
  return found.length;
}

async function takeName(transaction: Transaction<Schema>, key: string): Promise<void> {
  await transaction
    .updateTable('comments')
    .set({ ...NAMELESS, name: ANONYMOUS })
    .where('email_key', '=', key)
    .execute();
}

/** What waits leaves the queue; no decision on it can be undone any more. */
async function takeEverything(
  transaction: Transaction<Schema>,
  key: string,
  now: Instant,
): Promise<void> {
  await transaction
    .updateTable('comments')
    .set({ state: 'rejected', decided_at: now })
    .where('email_key', '=', key)
    .where('state', '=', 'pending')
    .execute();
  await transaction
    .updateTable('comments')
    .set({ ...ERASED, erased_at: now, decision: null })
    .where('email_key', '=', key)
    .execute();
}

/** Deletes what other tables hold on an address and on its comments. */
async function forgetAbout(transaction: Transaction<Schema>, key: string): Promise<void> {
  const comments = transaction.selectFrom('comments').select('id').where('email_key', '=', key);
  for (const table of ['edits', 'notes', 'subscriptions'] as const)
    await transaction.deleteFrom(table).where('comment', 'in', comments).execute();
  await transaction.deleteFrom('subscriptions').where('address', '=', key).execute();
  await transaction.deleteFrom('addresses').where('key', '=', key).execute();
  await transaction.deleteFrom('links').where('subject', '=', key).execute();
  await transaction
    .deleteFrom('blocks')
    .where('kind', '=', 'address')
    .where('value', '=', key)
    .execute();
  await transaction
    .deleteFrom('outbox')
    .where((row) =>
      row.or([
        row('subject', '=', key),
        row(sql`lower(payload)`, 'like', holding(key)),
        row(sql`lower(again_payload)`, 'like', holding(key)),
      ]),
    )
    .execute();
  await transaction
    .updateTable('audit')
    .set({ detail: null })
    .where((row) =>
      row.or([row('comment', 'in', comments), row(sql`lower(detail)`, 'like', holding(key))]),
    )
    .execute();
}

/**
 * Finds an address inside a text of JSON. An address may hold `_`, which stands for any one
 * character here: then a neighbor's row may go along, never one too few.
 */
function holding(key: string): string {
  return `%${key.replaceAll('%', '_')}%`;
}
