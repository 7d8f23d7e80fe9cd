import { afterEach, beforeEach, describe } from 'vitest';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { accountContract } from './store-contract/accounts.ts';
import { addressContract } from './store-contract/addresses.ts';
import { auditContract } from './store-contract/audit.ts';
import { authorContract } from './store-contract/authors.ts';
import { commentContract } from './store-contract/comments.ts';
import { decisionContract } from './store-contract/decisions.ts';
import { exchangeContract } from './store-contract/exchange.ts';
import { limitContract } from './store-contract/limits.ts';
import { moderationContract } from './store-contract/moderation.ts';
import { moderatorMailContract } from './store-contract/moderator-mail.ts';
import { moderatorContract } from './store-contract/moderators.ts';
import { outboxContract } from './store-contract/outbox.ts';
import { queueContract } from './store-contract/queue.ts';
import { searchContract } from './store-contract/search.ts';
import { rulesContract } from './store-contract/rules.ts';

/** What a part of the contract works with: the store of the test that runs. */
export type StoreInTest = () => CommentStore;

/**
 * Everything that the service may expect of a store, whichever database keeps it. `open` gives an
 * empty store for each test.
 */
export function storeContract(database: string, open: () => Promise<CommentStore>): void {
  describe(`the store on ${database}`, () => {
    let store: CommentStore | undefined;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store?.close();
      store = undefined;
    });
    const inTest: StoreInTest = () => {
      if (!store) throw new Error('no test is running');
      return store;
    };
    commentContract(inTest);
    queueContract(inTest);
    searchContract(inTest);
    decisionContract(inTest);
    moderationContract(inTest);
    moderatorContract(inTest);
    accountContract(inTest);
    exchangeContract(inTest);
    limitContract(inTest);
    addressContract(inTest);
    outboxContract(inTest);
    moderatorMailContract(inTest);
    rulesContract(inTest);
    auditContract(inTest);
    authorContract(inTest);
  });
}
