import type { Kysely } from 'kysely';
import { MODERATOR_COLUMNS } from './moderator-queries.ts';
import type { Schema } from './schema.ts';
import type { CommentStore } from './store.ts';

type SessionQueries = Pick<
  CommentStore,
  | 'addInvitation'
  | 'findInvitation'
  | 'takeInvitation'
  | 'addSession'
  | 'findSession'
  | 'removeSession'
  | 'removeSessionsOf'
>;

/** Being seen is written down once a minute at most: a page view should not wait for the disk. */
const SEEN_EVERY = 60_000;

export function sessionQueries(db: Kysely<Schema>): SessionQueries {
  return {
    async addInvitation({ tokenHash, moderator, expiresAt }) {
      await db
        .insertInto('invitations')
        .values({ token_hash: tokenHash, moderator, expires_at: expiresAt })
        .execute();
    },

    async findInvitation(tokenHash, now) {
      const invited = await db
        .selectFrom('invitations')
        .innerJoin('moderators', 'moderators.id', 'invitations.moderator')
        .select(MODERATOR_COLUMNS)
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return invited ?? null;
    },

    takeInvitation(tokenHash, now) {
      return db.transaction().execute(async (transaction) => {
        const taken = await transaction
          .deleteFrom('invitations')
          .where('token_hash', '=', tokenHash)
          .returning(['moderator', 'expires_at'])
          .executeTakeFirst();
        if (!taken || taken.expires_at <= now) return null;
        const invited = await transaction
          .selectFrom('moderators')
          .select(MODERATOR_COLUMNS)
          .where('id', '=', taken.moderator)
          .executeTakeFirst();
        return invited ?? null;
      });
    },

    async addSession({ tokenHash, moderator, createdAt, expiresAt }) {
      await db
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          moderator,
          created_at: createdAt,
          last_seen_at: createdAt,
          expires_at: expiresAt,
        })
        .execute();
    },

    async findSession(tokenHash, now, idleMs = Infinity) {
      const found = await db
        .selectFrom('sessions')
        .innerJoin('moderators', 'moderators.id', 'sessions.moderator')
        .select(MODERATOR_COLUMNS)
        .select(['sessions.created_at as begunAt', 'last_seen_at', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (!found) return null;
      const { begunAt, last_seen_at: seenAt, expires_at: expiresAt, ...moderator } = found;
      if (now - seenAt > idleMs) return null;
      const worthWriting = now - seenAt >= SEEN_EVERY;
      if (worthWriting) {
        await db
          .updateTable('sessions')
          .set({ last_seen_at: now })
          .where('token_hash', '=', tokenHash)
          .execute();
      }
      return { moderator, createdAt: begunAt, lastSeenAt: worthWriting ? now : seenAt, expiresAt };
    },

    async removeSession(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },

    async removeSessionsOf(moderator) {
      await db.deleteFrom('sessions').where('moderator', '=', moderator).execute();
    },
  };
}
