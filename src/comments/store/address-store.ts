import type { Locale } from '../../i18n/locales.ts';
import type { NewJob } from './outbox-store.ts';
import type { Instant } from './store.ts';

/**
 * Mail addresses of visitors, and who hears of replies to what. A subscription comes with the
 * comment that asks for it. Anybody may type anybody's address: so nothing is mailed, but the
 * confirmation itself, before the owner has confirmed the address and this very subscription, by
 * the mailed link or by posting from the browser that opened it.
 */
export interface AddressStore {
  findAddress(email: string): Promise<Address | null>;
  /** Notes that a confirmation is mailed. */
  markAsked(email: string, now: Instant): Promise<void>;
  /**
   * Uses up a `confirm` link, confirms its address and all that waits under it, and lets mail flow
   * to it again; null when the link is used up or expired, or the address was erased meanwhile.
   */
  confirmAddress(link: { tokenHash: string; now: Instant }): Promise<ConfirmedAddress | null>;

  findSubscription(id: string): Promise<Subscription | null>;
  /** Those of an address that were not ended, oldest first. */
  subscriptionsOf(email: string): Promise<readonly Subscription[]>;
  /** Ends the subscriptions of the same address to the same thread, or all mail to the address. */
  stopMail(stop: { subscription: string; scope: MailScope; now: Instant }): Promise<void>;
  /** Its owner wants mail again, or none. */
  setMail(email: string, mail: { on: boolean; now: Instant }): Promise<void>;

  /**
   * Once in the life of an approved reply: who is to hear of it. These are the subscribers to what
   * it answers, up to the first comment, with a confirmed address that is not the replier's own;
   * one subscription each. `jobs` says what follows, to be added in the same transaction.
   */
  announceReply(act: {
    comment: string;
    now: Instant;
    jobs: (subscriptions: readonly Subscription[]) => readonly NewJob[];
  }): Promise<void>;
}

export type MailScope = 'thread' | 'all';

export interface Address {
  /** The address in lower case. */
  readonly key: string;
  readonly email: string;
  readonly locale: Locale;
  /** When a confirmation was last mailed. */
  readonly askedAt: Instant | null;
  readonly confirmedAt: Instant | null;
  /** The owner wants no mail at all since then. */
  readonly stoppedAt: Instant | null;
}

export interface ConfirmedAddress extends Address {
  readonly confirmedAt: Instant;
  /** The comment that asked for the confirmation, as the link's `data` has it. */
  readonly data: unknown;
}

/** A comment whose author wants to hear of replies. */
export interface Subscription {
  readonly id: string;
  readonly comment: string;
  readonly tutorial: string;
  readonly confirmedAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly address: Address;
}

/** What a comment's author asks for along with it. */
export interface NewSubscription {
  /** Unguessable. */
  readonly id: string;
  /** The browser has proved whose address it is; else the owner is asked. */
  readonly confirmed: boolean;
}
