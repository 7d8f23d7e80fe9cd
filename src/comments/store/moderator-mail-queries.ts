import type { Kysely } from 'kysely';
import { COMMENT_COLUMNS, toStoredComment } from './comment-queries.ts';
import type { ModeratorMailStore } from './moderator-mail-store.ts';
import type { Schema } from './schema.ts';

export function moderatorMailQueries(db: Kysely<Schema>): ModeratorMailStore {
  return {
    moderatorsToMail: () =>
      db
        .selectFrom('moderators')
        .select(['id', 'mail'])
        .where('mail', '<>', 'none')
        .where('disabled_at', 'is', null)
        // Who was invited and never came has not said that the address is right.
        .where('password_hash', 'is not', null)
        .orderBy('id')
        .execute(),

    async waitingSince(since, limit) {
      const waiting = db
        .selectFrom('comments')
        .where('state', '=', 'pending')
        .where((row) => row.or([row('created_at', '>=', since), row('edited_at', '>=', since)]));
      const { count } = await waiting
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      const rows = await waiting
        .select(COMMENT_COLUMNS)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return { comments: rows.map(toStoredComment), count: Number(count) };
    },
  };
}
