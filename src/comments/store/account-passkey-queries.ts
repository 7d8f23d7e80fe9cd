import { type Kysely, type Selectable, sql } from 'kysely';
import type { AccountStore, Passkey } from './account-store.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

type PasskeyQueries = Pick<
  AccountStore,
  'addPasskey' | 'passkeysOf' | 'findPasskey' | 'usePasskey' | 'renamePasskey' | 'removePasskey'
>;

export function accountPasskeyQueries(db: Kysely<Schema>): PasskeyQueries {
  return {
    async addPasskey({ id, moderator, name, publicKey, counter, transports, createdAt }) {
      const added = await db
        .insertInto('passkeys')
        .values({
          id,
          moderator,
          name,
          public_key: publicKey,
          counter,
          transports: transports.join(' '),
          created_at: createdAt,
          last_used_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) throw new StoreError('exists', 'There is a passkey with this id already.');
    },

    async passkeysOf(moderator) {
      const rows = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('moderator', '=', moderator)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(passkeyOf);
    },

    async findPasskey(id) {
      const row = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? passkeyOf(row) : null;
    },

    async usePasskey({ id, counter, at }) {
      const { numUpdatedRows } = await db
        .updateTable('passkeys')
        .set({ counter, last_used_at: at })
        .where('id', '=', id)
        .where(sql<boolean>`(counter < ${counter} or (counter = 0 and ${counter} = 0))`)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async renamePasskey({ id, moderator, name }) {
      const { numUpdatedRows } = await db
        .updateTable('passkeys')
        .set({ name })
        .where('id', '=', id)
        .where('moderator', '=', moderator)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async removePasskey({ id, moderator }) {
      const { numDeletedRows } = await db
        .deleteFrom('passkeys')
        .where('id', '=', id)
        .where('moderator', '=', moderator)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

function passkeyOf(row: Selectable<Schema['passkeys']>): Passkey {
  const { id, moderator, name, counter } = row;
  return {
    id,
    moderator,
    name,
    publicKey: row.public_key,
    counter,
    transports: (row.transports ?? '').split(' ').filter(Boolean),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
