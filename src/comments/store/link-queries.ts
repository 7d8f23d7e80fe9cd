import type { Kysely } from 'kysely';
import type { Link, LinkQuery, LinkStore } from './link-store.ts';
import type { Schema } from './schema.ts';

const COLUMNS = ['subject', 'data'] as const;

export function linkQueries(db: Kysely<Schema>): LinkStore {
  return {
    async addLink({ tokenHash, purpose, subject, data, expiresAt }) {
      await db
        .insertInto('links')
        .values({
          token_hash: tokenHash,
          purpose,
          subject,
          data: data === null ? null : JSON.stringify(data),
          expires_at: expiresAt,
        })
        .onConflict((conflict) => conflict.column('token_hash').doNothing())
        .execute();
    },
    async findLink({ tokenHash, purpose, now }) {
      const row = await db
        .selectFrom('links')
        .select(COLUMNS)
        .where('token_hash', '=', tokenHash)
        .where('purpose', '=', purpose)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row ? toLink(row) : null;
    },
    takeLink: (link) => takeLink(db, link),
  };
}

/** Uses a link up; within a transaction, together with what it does. */
export async function takeLink(
  db: Kysely<Schema>,
  { tokenHash, purpose, now }: LinkQuery,
): Promise<Link | null> {
  const row = await db
    .deleteFrom('links')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ? toLink(row) : null;
}

function toLink({ subject, data }: { subject: string; data: string | null }): Link {
  return { subject, data: data === null ? null : (JSON.parse(data) as unknown) };
}
