import { type Kysely, sql, SqliteAdapter } from 'kysely';
import type { Schema } from './schema.ts';
import type { CommentStore } from './store.ts';

type Use = Parameters<CommentStore['allow']>[0];

/**
 * Rate limits and what must not happen twice within a time. A count is shared by all processes and
 * outlives them, but not a power cut: it does not wait for the disk, as a comment does.
 *
 * A window opens with the first use of a key and lasts `windowMs`.
 */
export function counterQueries(db: Kysely<Schema>): Pick<CommentStore, 'allow' | 'mayStill'> {
  return {
    async allow({ key, limit, windowMs, now }) {
      // Whoever is over the limit costs a read, not a write that waits for the disk.
      if (!(await mayStill({ key, limit, windowMs, now }))) return false;
      const over = sql<boolean>`counters.started_at <= ${now - windowMs}`;
      const { uses } = await withoutWaiting(db, (connection) =>
        connection
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
          .executeTakeFirstOrThrow(),
      );
      return uses <= limit;
    },
    mayStill,
  };

  async function mayStill({ key, limit, windowMs, now }: Use): Promise<boolean> {
    const counter = await db
      .selectFrom('counters')
      .select(['uses', 'started_at'])
      .where('key', '=', key)
      .executeTakeFirst();
    const uses = counter && counter.started_at > now - windowMs ? counter.uses : 0;
    return uses < limit;
  }
}

/**
 * Commits to the write-ahead log without waiting until the disk has it, which SQLite may (see
 * https://sqlite.org/pragma.html#pragma_synchronous): the next commit that waits takes it along.
 */
async function withoutWaiting<Result>(
  db: Kysely<Schema>,
  act: (connection: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return act(db);
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await act(connection);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}
