import type { Kysely, Transaction } from 'kysely';
import type { AccountStore } from './account-store.ts';
import { MODERATOR_COLUMNS } from './moderator-queries.ts';
import type { Schema } from './schema.ts';

type AccountQueries = Pick<
  AccountStore,
  | 'moderators'
  | 'updateModerator'
  | 'setRole'
  | 'disableModerator'
  | 'enableModerator'
  | 'removeFactors'
>;

/** Everything by which a moderator is signed in, or could be without signing in. */
const OPEN_DOORS = ['sessions', 'invitations'] as const;

export function accountQueries(db: Kysely<Schema>): AccountQueries {
  return {
    async moderators() {
      const rows = await db
        .selectFrom('moderators')
        .select(MODERATOR_COLUMNS)
        .select(({ selectFrom }) => [
          'totp_confirmed_at',
          selectFrom('passkeys')
            .select(({ fn }) => fn.countAll<number | string>().as('count'))
            .whereRef('passkeys.moderator', '=', 'moderators.id')
            .as('passkeys'),
        ])
        .orderBy('moderators.name')
        .orderBy('moderators.id')
        .execute();
      return rows.map(({ totp_confirmed_at: confirmedAt, passkeys, ...moderator }) => ({
        ...moderator,
        hasSecondFactor: confirmedAt !== null,
        passkeys: Number(passkeys),
      }));
    },

    async updateModerator(moderator, change) {
      if (Object.keys(change).length === 0) return;
      await db.updateTable('moderators').set(change).where('id', '=', moderator).execute();
    },

    setRole: (moderator, role) =>
      db.transaction().execute(async (transaction) => {
        if (role !== 'administrator' && (await isLastAdministrator(transaction, moderator)))
          return false;
        await transaction
          .updateTable('moderators')
          .set({ role })
          .where('id', '=', moderator)
          .execute();
        return true;
      }),

    disableModerator: (moderator, at) =>
      db.transaction().execute(async (transaction) => {
        if (await isLastAdministrator(transaction, moderator)) return false;
        await transaction
          .updateTable('moderators')
          .set({ disabled_at: at })
          .where('id', '=', moderator)
          .where('disabled_at', 'is', null)
          .execute();
        for (const table of OPEN_DOORS)
          await transaction.deleteFrom(table).where('moderator', '=', moderator).execute();
        return true;
      }),

    async enableModerator(moderator) {
      await db
        .updateTable('moderators')
        .set({ disabled_at: null })
        .where('id', '=', moderator)
        .execute();
    },

    removeFactors: (moderator) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('moderators')
          .set({ totp_secret: null, totp_confirmed_at: null, totp_step: null })
          .where('id', '=', moderator)
          .execute();
        for (const table of ['recovery_codes', 'passkeys', 'sessions'] as const)
          await transaction.deleteFrom(table).where('moderator', '=', moderator).execute();
      }),
  };
}

/** Whether nobody else could administer. Others who ask wait until this transaction ends. */
async function isLastAdministrator(
  transaction: Transaction<Schema>,
  moderator: string,
): Promise<boolean> {
  // A transaction of SQLite is alone; in PostgreSQL two could each spare the other's last one.
  const shared = transaction.getExecutor().adapter.supportsMultipleConnections === true;
  const administrators = await transaction
    .selectFrom('moderators')
    .select(['id', 'password_hash'])
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .$if(shared, (query) => query.forUpdate())
    .execute();
  const own = administrators.find(({ id }) => id === moderator);
  if (!own) return false;
  // Who has not taken up an invitation yet may never do so: one who can sign in leaves one who can.
  const others = administrators.filter(({ id }) => id !== moderator);
  const ready = others.filter((other) => other.password_hash !== null);
  return others.length === 0 || (own.password_hash !== null && ready.length === 0);
}
