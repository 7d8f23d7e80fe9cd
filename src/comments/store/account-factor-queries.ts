import type { Kysely, Transaction } from 'kysely';
import type { AccountStore } from './account-store.ts';
import type { Schema } from './schema.ts';

type FactorQueries = Pick<
  AccountStore,
  | 'secondFactor'
  | 'setSecondFactor'
  | 'removeSecondFactor'
  | 'takeTotpStep'
  | 'replaceRecoveryCodes'
  | 'takeRecoveryCode'
>;

export function accountFactorQueries(db: Kysely<Schema>): FactorQueries {
  return {
    async secondFactor(moderator) {
      const row = await db
        .selectFrom('moderators')
        .select(({ selectFrom }) => [
          'totp_secret',
          'totp_confirmed_at',
          selectFrom('recovery_codes')
            .select(({ fn }) => fn.countAll<number | string>().as('count'))
            .whereRef('recovery_codes.moderator', '=', 'moderators.id')
            .where('used_at', 'is', null)
            .as('codes_left'),
        ])
        .where('id', '=', moderator)
        .executeTakeFirst();
      if (!row || row.totp_secret === null || row.totp_confirmed_at === null) return null;
      const { totp_secret: secret, totp_confirmed_at: confirmedAt, codes_left: left } = row;
      return { secret, confirmedAt, codesLeft: Number(left) };
    },

    setSecondFactor: ({ moderator, secret, step, at, recoveryCodes }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('moderators')
          .set({ totp_secret: secret, totp_confirmed_at: at, totp_step: step })
          .where('id', '=', moderator)
          .execute();
        await putRecoveryCodes(transaction, moderator, recoveryCodes);
      }),

    removeSecondFactor: (moderator) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('moderators')
          .set({ totp_secret: null, totp_confirmed_at: null, totp_step: null })
          .where('id', '=', moderator)
          .execute();
        await putRecoveryCodes(transaction, moderator, []);
      }),

    async takeTotpStep(moderator, step) {
      const { numUpdatedRows } = await db
        .updateTable('moderators')
        .set({ totp_step: step })
        .where('id', '=', moderator)
        .where(({ or, eb }) => or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    replaceRecoveryCodes: (moderator, hashes) =>
      db.transaction().execute((transaction) => putRecoveryCodes(transaction, moderator, hashes)),

    async takeRecoveryCode(moderator, hash, at) {
      const { numUpdatedRows } = await db
        .updateTable('recovery_codes')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('moderator', '=', moderator)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

async function putRecoveryCodes(
  transaction: Transaction<Schema>,
  moderator: string,
  hashes: readonly string[],
): Promise<void> {
  await transaction.deleteFrom('recovery_codes').where('moderator', '=', moderator).execute();
  if (hashes.length === 0) return;
  await transaction
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ hash, moderator, used_at: null })))
    .execute();
}
