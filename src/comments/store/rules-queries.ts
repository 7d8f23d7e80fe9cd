import type { Kysely } from 'kysely';
import { addAudit } from './audit-queries.ts';
import type { RulesStore } from './rules-store.ts';
import type { Schema } from './schema.ts';
import type { Signal } from './store.ts';

const BLOCK_COLUMNS = [
  'id',
  'kind',
  'value',
  'moderator',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const;

export function rulesQueries(db: Kysely<Schema>): RulesStore {
  return {
    addBlock: ({ id, kind, value, moderator, createdAt, expiresAt }) =>
      db.transaction().execute(async (transaction) => {
        // One that has run out stands in the way of nothing.
        await transaction.deleteFrom('blocks').where('expires_at', '<=', createdAt).execute();
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('blocks')
          .values({ id, kind, value, moderator, created_at: createdAt, expires_at: expiresAt })
          .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        const detail = shown({ kind, value });
        await addAudit(transaction, { at: createdAt, moderator, act: 'rule-added', detail });
        return true;
      }),

    removeBlock: ({ id, moderator, at }) =>
      db.transaction().execute(async (transaction) => {
        const removed = await transaction
          .deleteFrom('blocks')
          .where('id', '=', id)
          .returning(BLOCK_COLUMNS)
          .executeTakeFirst();
        if (!removed) return null;
        await addAudit(transaction, { at, moderator, act: 'rule-removed', detail: shown(removed) });
        return removed;
      }),

    blocks: (now) =>
      db
        .selectFrom('blocks')
        .select(BLOCK_COLUMNS)
        .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute(),

    setThread: ({ tutorial, state, moderator, at }) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('threads').where('tutorial', '=', tutorial).execute();
        if (state)
          await transaction
            .insertInto('threads')
            .values({ tutorial, state, at, moderator })
            .execute();
        const act = `thread-${state === null ? 'by-age' : THREAD_ACTS[state]}`;
        await addAudit(transaction, { at, moderator, act, tutorial });
      }),

    threadStates: () => db.selectFrom('threads').selectAll().orderBy('tutorial').execute(),

    async hasApproved(email) {
      const found = await db
        .selectFrom('comments')
        .select('id')
        .where('email_key', '=', email.toLowerCase())
        .where('state', '=', 'approved')
        .where('erased_at', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },

    markSpam: ({ comment, signal, at }) =>
      db.transaction().execute(async (transaction) => {
        const moved = await transaction
          .updateTable('comments')
          // As if it had been spam from the start, which is how its author is not told.
          .set(({ ref }) => ({ state: 'spam', decided_at: ref('created_at') }))
          .where('id', '=', comment)
          .where('state', '=', 'pending')
          .returning('signals')
          .executeTakeFirst();
        if (!moved) return false;
        const before = moved.signals === null ? [] : (JSON.parse(moved.signals) as Signal[]);
        await transaction
          .updateTable('comments')
          .set({ signals: JSON.stringify([...before, signal]) })
          .where('id', '=', comment)
          .execute();
        const detail = { rule: signal.rule };
        await addAudit(transaction, { at, moderator: null, act: 'marked-spam', comment, detail });
        return true;
      }),
  };
}

const THREAD_ACTS = { open: 'opened', closed: 'closed' } as const;

/** A rule as the audit tells it: never an address, which its owner may have erased. */
function shown({ kind, value }: { kind: string; value: string }): Record<string, string> {
  return kind === 'address' || kind === 'network' ? { kind } : { kind, value };
}
