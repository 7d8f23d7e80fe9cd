import type { Kysely, Transaction } from 'kysely';
import type { Address, AddressStore, NewSubscription, Subscription } from './address-store.ts';
import { takeLink } from './link-queries.ts';
import { enqueueJobs } from './outbox-queries.ts';
import type { Schema } from './schema.ts';
import type { NewComment } from './store.ts';

type Db = Kysely<Schema>;

/** More answers to answers than anybody reads; a ring of parents ends there too. */
const DEEPEST = 100;

const ADDRESS_COLUMNS = [
  'addresses.key',
  'addresses.email',
  'addresses.locale',
  'addresses.asked_at as askedAt',
  'addresses.confirmed_at as confirmedAt',
  'addresses.stopped_at as stoppedAt',
] as const;

export function addressQueries(db: Db): AddressStore {
  return {
    async findAddress(email) {
      const row = await db
        .selectFrom('addresses')
        .select(ADDRESS_COLUMNS)
        .where('key', '=', email.toLowerCase())
        .executeTakeFirst();
      return row ?? null;
    },
    async markAsked(email, now) {
      await address(db, email).set({ asked_at: now }).execute();
    },
    confirmAddress: (link) => db.transaction().execute((one) => confirmAddress(one, link)),
    async findSubscription(id) {
      const row = await subscriptions(db).where('subscriptions.id', '=', id).executeTakeFirst();
      return row ? toSubscription(row) : null;
    },
    async subscriptionsOf(email) {
      const rows = await subscriptions(db)
        .where('subscriptions.address', '=', email.toLowerCase())
        .where('subscriptions.stopped_at', 'is', null)
        .orderBy('subscriptions.created_at')
        .orderBy('subscriptions.id')
        .execute();
      return rows.map(toSubscription);
    },
    stopMail: (stop) => db.transaction().execute((one) => stopMail(one, stop)),
    async setMail(email, { on, now }) {
      await address(db, email)
        .set({ stopped_at: on ? null : now })
        .execute();
    },
    announceReply: (act) => db.transaction().execute((one) => announceReply(one, act)),
  };
}

/**
 * Makes the author of a comment hear of replies to it, within the transaction that adds it. An
 * address that is known keeps its language and its confirmation: whoever types it may be anybody.
 */
export async function addSubscription(
  transaction: Transaction<Schema>,
  { id, email, locale, createdAt }: NewComment,
  subscription: NewSubscription,
): Promise<void> {
  const key = email.toLowerCase();
  await transaction
    .insertInto('addresses')
    .values({ key, email, locale })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  await transaction
    .insertInto('subscriptions')
    .values({
      id: subscription.id,
      address: key,
      comment: id,
      created_at: createdAt,
      confirmed_at: subscription.confirmed ? createdAt : null,
    })
    .onConflict((conflict) => conflict.columns(['address', 'comment']).doNothing())
    .execute();
}

function address(db: Db, email: string) {
  return db.updateTable('addresses').where('key', '=', email.toLowerCase());
}

function subscriptions(db: Db) {
  return db
    .selectFrom('subscriptions')
    .innerJoin('addresses', 'addresses.key', 'subscriptions.address')
    .innerJoin('comments', 'comments.id', 'subscriptions.comment')
    .select([
      'subscriptions.id',
      'subscriptions.comment',
      'subscriptions.confirmed_at as agreed',
      'subscriptions.stopped_at as ended',
      'comments.tutorial',
      ...ADDRESS_COLUMNS,
    ]);
}

type SubscriptionRow = Pick<Subscription, 'id' | 'comment' | 'tutorial'> &
  Address & { readonly agreed: number | null; readonly ended: number | null };

function toSubscription(row: SubscriptionRow): Subscription {
  const { id, comment, tutorial, agreed, ended, ...own } = row;
  return { id, comment, tutorial, confirmedAt: agreed, stoppedAt: ended, address: own };
}

async function confirmAddress(
  transaction: Transaction<Schema>,
  { tokenHash, now }: Parameters<AddressStore['confirmAddress']>[0],
): ReturnType<AddressStore['confirmAddress']> {
  const link = await takeLink(transaction, { tokenHash, purpose: 'confirm', now });
  if (!link) return null;
  const confirmed = await address(transaction, link.subject)
    .set((row) => ({
      confirmed_at: row.fn.coalesce('confirmed_at', row.val(now)),
      stopped_at: null,
    }))
    .returning(ADDRESS_COLUMNS)
    .executeTakeFirst();
  if (!confirmed || confirmed.confirmedAt === null) return null;
  await transaction
    .updateTable('subscriptions')
    .set({ confirmed_at: now })
    .where('address', '=', link.subject)
    .where('confirmed_at', 'is', null)
    .execute();
  return { ...confirmed, confirmedAt: confirmed.confirmedAt, data: link.data };
}

async function stopMail(
  transaction: Transaction<Schema>,
  { subscription, scope, now }: Parameters<AddressStore['stopMail']>[0],
): Promise<void> {
  const found = await subscriptions(transaction)
    .where('subscriptions.id', '=', subscription)
    .executeTakeFirst();
  if (!found) return;
  if (scope === 'all') {
    await address(transaction, found.key)
      .set({ stopped_at: now })
      .where('stopped_at', 'is', null)
      .execute();
    return;
  }
  const ofThread = transaction
    .selectFrom('comments')
    .select('id')
    .where('tutorial', '=', found.tutorial)
    .where('email_key', '=', found.key);
  await transaction
    .updateTable('subscriptions')
    .set({ stopped_at: now })
    .where('address', '=', found.key)
    .where((row) => row.or([row('id', '=', subscription), row('comment', 'in', ofThread)]))
    .where('stopped_at', 'is', null)
    .execute();
}

async function announceReply(
  transaction: Transaction<Schema>,
  { comment, now, jobs }: Parameters<AddressStore['announceReply']>[0],
): Promise<void> {
  // Only the first one to get here gets the row: neither undo nor another process announces twice.
  const reply = await transaction
    .updateTable('comments')
    .set({ announced_at: now })
    .where('id', '=', comment)
    .where('state', '=', 'approved')
    .where('erased_at', 'is', null)
    .where('announced_at', 'is', null)
    .returning(['parent', 'email_key'])
    .executeTakeFirst();
  if (!reply) return;
  const answered = await ancestors(transaction, reply.parent);
  if (answered.length === 0) return;
  const rows = await subscriptions(transaction)
    .where('subscriptions.comment', 'in', answered)
    .where('subscriptions.confirmed_at', 'is not', null)
    .where('subscriptions.stopped_at', 'is', null)
    .where('addresses.confirmed_at', 'is not', null)
    .where('addresses.stopped_at', 'is', null)
    .where('addresses.key', '!=', reply.email_key)
    .execute();
  // Whoever follows several comments above hears once, of the nearest.
  const nearest = answered.flatMap((id) => rows.filter((row) => row.comment === id));
  const once = new Map(nearest.toReversed().map((row) => [row.key, toSubscription(row)]));
  await enqueueJobs(transaction, jobs([...once.values()]));
}

/** The comments above, nearest first. */
async function ancestors(db: Db, parent: string | null): Promise<readonly string[]> {
  const above: string[] = [];
  for (let next = parent; next !== null && above.length < DEEPEST;) {
    if (above.includes(next)) break;
    above.push(next);
    const row = await db
      .selectFrom('comments')
      .select('parent')
      .where('id', '=', next)
      .executeTakeFirst();
    next = row?.parent ?? null;
  }
  return above;
}
