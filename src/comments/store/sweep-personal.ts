import type { Transaction } from 'kysely';
import { ERASED } from './erase-address.ts';
import { RETENTION } from './retention.ts';
import type { Schema } from './schema.ts';
import type { Instant } from './store.ts';

/** Forgets what is personal once its time is over; see {@link RETENTION}. */
export async function sweepPersonal(transaction: Transaction<Schema>, now: Instant): Promise<void> {
  await transaction
    .updateTable('comments')
    .set({ network: null })
    .where('network', 'is not', null)
    .where('created_at', '<=', now - RETENTION.network)
    .execute();
  await transaction.deleteFrom('links').where('expires_at', '<=', now).execute();
  await forgetUnconfirmed(transaction, now - RETENTION.unconfirmed);
  await forgetDeclined(transaction, now - RETENTION.declined, now);
}

/** An address whose owner stopped all mail stays, so that it is not written to again. */
async function forgetUnconfirmed(transaction: Transaction<Schema>, before: Instant): Promise<void> {
  await transaction
    .deleteFrom('subscriptions')
    .where('confirmed_at', 'is', null)
    .where('created_at', '<=', before)
    .execute();
  await transaction
    .deleteFrom('addresses')
    .where('confirmed_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where('key', 'not in', transaction.selectFrom('subscriptions').select('address'))
    .execute();
}

async function forgetDeclined(
  transaction: Transaction<Schema>,
  before: Instant,
  now: Instant,
): Promise<void> {
  const declined = transaction
    .selectFrom('comments')
    .select('id')
    .where('state', 'in', ['rejected', 'spam'])
    .where('decided_at', '<=', before)
    .where('erased_at', 'is', null);
  for (const table of ['edits', 'notes', 'subscriptions'] as const)
    await transaction.deleteFrom(table).where('comment', 'in', declined).execute();
  await transaction
    .updateTable('comments')
    .set({ ...ERASED, erased_at: now, decision: null })
    .where('id', 'in', declined)
    .execute();
}
