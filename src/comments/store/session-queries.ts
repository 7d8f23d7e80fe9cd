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
  | 'sessionsOf'
  | 'endSession'
  | 'endOtherSessions'
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
        .where('moderators.disabled_at', 'is', null)
        .executeTakeFirst();
      return invited ?? null;
    },

    takeInvitation(tokenHash, now) {
      return db.transaction().execute(async (transaction) => {
        const link = await transaction
          .selectFrom('invitations')
          .select('moderator')
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst();
        if (!link) return null;
        // A transaction of SQLite is alone; in PostgreSQL another may take a twin of this link.
        const shared = transaction.getExecutor().adapter.supportsMultipleConnections === true;
        const links = await transaction
          .selectFrom('invitations')
          .select(['token_hash', 'expires_at'])
          .where('moderator', '=', link.moderator)
          .orderBy('token_hash')
          .$if(shared, (query) => query.forUpdate())
          .execute();
        const taken = links.find((each) => each.token_hash === tokenHash);
        if (!taken || taken.expires_at <= now) return null;
        await transaction
          .deleteFrom('invitations')
          .where('moderator', '=', link.moderator)
          .execute();
        const invited = await transaction
          .selectFrom('moderators')
          .select(MODERATOR_COLUMNS)
          .where('id', '=', link.moderator)
          .where('disabled_at', 'is', null)
          .executeTakeFirst();
        return invited ?? null;
      });
    },

    async addSession({ tokenHash, moderator, createdAt, expiresAt, id, stage, agent }) {
      await db
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          moderator,
          created_at: createdAt,
          last_seen_at: createdAt,
          expires_at: expiresAt,
          agent: agent ?? null,
          ...(id !== undefined && { id }),
          ...(stage && { stage }),
        })
        .execute();
    },

    async findSession(tokenHash, now, idleMs = Infinity) {
      const found = await db
        .selectFrom('sessions')
        .innerJoin('moderators', 'moderators.id', 'sessions.moderator')
        .select(MODERATOR_COLUMNS)
        .select(['sessions.id as session', 'sessions.created_at as begunAt'])
        .select(['last_seen_at', 'expires_at', 'stage', 'agent'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where('moderators.disabled_at', 'is', null)
        .executeTakeFirst();
      if (!found) return null;
      const { session: id, begunAt: createdAt, stage, agent, ...rest } = found;
      const { last_seen_at: seenAt, expires_at: expiresAt, ...moderator } = rest;
      if (now - seenAt > idleMs) return null;
      const worthWriting = now - seenAt >= SEEN_EVERY;
      if (worthWriting) {
        await db
          .updateTable('sessions')
          .set({ last_seen_at: now })
          .where('token_hash', '=', tokenHash)
          .execute();
      }
      const lastSeenAt = worthWriting ? now : seenAt;
      return { id, moderator, stage, agent, createdAt, lastSeenAt, expiresAt };
    },

    async removeSession(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },

    async removeSessionsOf(moderator) {
      await db.deleteFrom('sessions').where('moderator', '=', moderator).execute();
    },

    sessionsOf: (moderator, now, idleMs = Infinity) =>
      db
        .selectFrom('sessions')
        .select(['id', 'stage', 'agent', 'created_at as createdAt'])
        .select(['last_seen_at as lastSeenAt', 'expires_at as expiresAt'])
        .where('moderator', '=', moderator)
        .where('expires_at', '>', now)
        .$if(idleMs !== Infinity, (query) => query.where('last_seen_at', '>=', now - idleMs))
        .orderBy('last_seen_at', 'desc')
        .orderBy('id')
        .execute(),

    async endSession({ id, moderator }) {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('moderator', '=', moderator)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async endOtherSessions(moderator, keptId) {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('moderator', '=', moderator)
        .where('id', '!=', keptId)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
