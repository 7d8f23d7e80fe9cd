import type { Kysely } from 'kysely';
import { addressQueries } from './address-queries.ts';
import { auditQueries } from './audit-queries.ts';
import { authorQueries } from './author-queries.ts';
import { accountFactorQueries } from './account-factor-queries.ts';
import { accountPasskeyQueries } from './account-passkey-queries.ts';
import { accountQueries } from './account-queries.ts';
import { commentQueries } from './comment-queries.ts';
import { counterQueries } from './counter-queries.ts';
import { decisionQueries } from './decision-queries.ts';
import { exchangeQueries } from './exchange-queries.ts';
import { feedQueries } from './feed-queries.ts';
import { linkQueries } from './link-queries.ts';
import { moderationQueries } from './moderation-queries.ts';
import { moderatorMailQueries } from './moderator-mail-queries.ts';
import { moderatorQueries } from './moderator-queries.ts';
import { outboxQueries, sweepOutbox } from './outbox-queries.ts';
import { personalQueries } from './personal-queries.ts';
import { queueQueries } from './queue-queries.ts';
import { rulesQueries } from './rules-queries.ts';
import type { Schema } from './schema.ts';
import { sessionQueries } from './session-queries.ts';
import type { CommentStore } from './store.ts';
import { sweepPersonal } from './sweep-personal.ts';

/**
 * The store over any database that Kysely reaches and {@link migrate} has prepared. The queries
 * keep to the SQL that SQLite and PostgreSQL share.
 */
export function createStore(db: Kysely<Schema>): CommentStore {
  return {
    ...commentQueries(db),
    ...queueQueries(db),
    ...decisionQueries(db),
    ...moderationQueries(db),
    ...moderatorQueries(db),
    ...sessionQueries(db),
    ...accountQueries(db),
    ...accountFactorQueries(db),
    ...accountPasskeyQueries(db),
    ...counterQueries(db),
    ...outboxQueries(db),
    ...moderatorMailQueries(db),
    ...linkQueries(db),
    ...feedQueries(db),
    ...addressQueries(db),
    ...personalQueries(db),
    ...auditQueries(db),
    ...authorQueries(db),
    ...rulesQueries(db),
    ...exchangeQueries(db),
    async sweep(now) {
      await db.transaction().execute(async (transaction) => {
        for (const table of ['sessions', 'invitations', 'counters'] as const) {
          await transaction.deleteFrom(table).where('expires_at', '<=', now).execute();
        }
        await transaction.deleteFrom('blocks').where('expires_at', '<=', now).execute();
        await sweepOutbox(transaction, now);
        await sweepPersonal(transaction, now);
      });
    },
    close: () => db.destroy(),
  };
}
