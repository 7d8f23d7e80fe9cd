import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';
import type { CommentStore } from './store.ts';

type ModeratorQueries = Pick<
  CommentStore,
  'addModerator' | 'findModerator' | 'countModerators' | 'setPassword'
>;

/** The columns of a moderator, for queries that join the table too. */
export const MODERATOR_COLUMNS = [
  'moderators.id as id',
  'moderators.name as name',
  'moderators.email as email',
  'moderators.created_at as createdAt',
  'moderators.password_hash as passwordHash',
  'moderators.role as role',
  'moderators.mail as mail',
  'moderators.locale as locale',
  'moderators.disabled_at as disabledAt',
] as const;

export function moderatorQueries(db: Kysely<Schema>): ModeratorQueries {
  return {
    async addModerator({ email, createdAt, passwordHash, disabledAt, ...same }) {
      const added = await db
        .insertInto('moderators')
        .values({
          ...same,
          email,
          email_key: email.toLowerCase(),
          created_at: createdAt,
          password_hash: passwordHash ?? null,
          disabled_at: disabledAt ?? null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning(MODERATOR_COLUMNS)
        .executeTakeFirst();
      if (!added) throw new StoreError('exists', `There is a moderator ${email} already.`);
      return added;
    },

    async findModerator(by) {
      const query = db.selectFrom('moderators').select(MODERATOR_COLUMNS);
      const found =
        'id' in by
          ? query.where('id', '=', by.id)
          : query.where('email_key', '=', by.email.toLowerCase());
      return (await found.executeTakeFirst()) ?? null;
    },

    async countModerators() {
      const { count } = await db
        .selectFrom('moderators')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    setPassword: (moderator, passwordHash) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('moderators')
          .set({ password_hash: passwordHash })
          .where('id', '=', moderator)
          .execute();
        await transaction.deleteFrom('invitations').where('moderator', '=', moderator).execute();
      }),
  };
}
