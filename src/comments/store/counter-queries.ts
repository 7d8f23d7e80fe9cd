import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { CommentStore } from './store.ts';

/** Rate limits: a window opens with the first use of a key and lasts `windowMs`. */
export function counterQueries(db: Kysely<Schema>): Pick<CommentStore, 'allow'> {
  return {
    async allow({ key, limit, windowMs, now }) {
      // Whoever is over the limit costs a read, not a write that waits for the disk.
      const counter = await db
        .selectFrom('counters')
        .select(['uses', 'started_at'])
        .where('key', '=', key)
        .executeTakeFirst();
      if (counter && counter.started_at > now - windowMs && counter.uses >= limit) return false;
      const over = sql<boolean>`counters.started_at <= ${now - windowMs}`;
      const { uses } = await db
        .insertInto('counters')
        .values({ key, uses: 1, started_at: now, expires_at: now + windowMs })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            uses: sql`case when ${over} then 1 else counters.uses + 1 end`,
            started_at: sql`case when ${over} then ${now} else counters.started_at end`,
            expires_at: sql`case when ${over} then ${now + windowMs} else counters.expires_at end`,
          }),
        )
        .returning('uses')
        .executeTakeFirstOrThrow();
      return uses <= limit;
    },
  };
}
