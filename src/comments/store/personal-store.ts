import type { Address } from './address-store.ts';
import type { NewJob } from './outbox-store.ts';
import type { CommentState, Instant } from './store.ts';

/** The rights of whoever owns a mail address over what is held on it. */
export interface PersonalStore {
  /** Everything that is held on an address; null when nothing is. */
  holdings(email: string): Promise<Holdings | null>;
  /** Whether anything is held, without reading it all. */
  holdsAnything(email: string): Promise<boolean>;
  /**
   * Erases in one transaction what is held on an address: `everything`, or all but the text of the
   * comments, which stay without a name. What moderators decided stays in the journal under the
   * comments' ids. Resolves to the number of comments; a second time, to 0.
   */
  erase(act: {
    email: string;
    how: Erasure;
    now: Instant;
    /** What follows when there was a comment. */
    jobs?: readonly NewJob[];
  }): Promise<number>;
}

export const ERASURES = ['everything', 'name'] as const;
export type Erasure = (typeof ERASURES)[number];

/** What an export says; instants are in milliseconds since 1970. */
export interface Holdings {
  readonly email: string;
  readonly address: Omit<Address, 'key'> | null;
  readonly comments: readonly HeldComment[];
  readonly subscriptions: readonly {
    readonly comment: string;
    readonly createdAt: Instant;
    readonly confirmedAt: Instant | null;
    readonly stoppedAt: Instant | null;
  }[];
  /** Mailed links that are still good. */
  readonly links: readonly { readonly purpose: string; readonly expiresAt: Instant }[];
  /** Mails that wait to be sent. */
  readonly mails: readonly {
    readonly kind: string;
    readonly createdAt: Instant;
    readonly dueAt: Instant;
  }[];
  /** The moderators' block list names the address. */
  readonly blocks: readonly { readonly kind: string; readonly createdAt: Instant }[];
}

export interface HeldComment {
  readonly id: string;
  readonly tutorial: string;
  readonly locale: string;
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  readonly raw: string;
  readonly html: string;
  readonly createdAt: Instant;
  readonly state: CommentState;
  readonly decidedAt: Instant | null;
  readonly editedAt: Instant | null;
  readonly parent: string | null;
  /** The rules that it met when it was posted. */
  readonly signals: unknown;
  /** Keyed hash of the network that it came from. */
  readonly network: string | null;
  /** Keyed hash of the address. */
  readonly avatar: string;
  readonly origin: string | null;
  /** What it was before each change. */
  readonly edits: readonly { readonly at: Instant; readonly raw: string; readonly html: string }[];
  /** What moderators decided. */
  readonly decisions: readonly { readonly at: Instant; readonly to: CommentState }[];
  /** What moderators told each other about it. */
  readonly notes: readonly { readonly at: Instant; readonly text: string }[];
  /** What else was done with it. */
  readonly acts: readonly {
    readonly at: Instant;
    readonly act: string;
    readonly detail: unknown;
  }[];
}
