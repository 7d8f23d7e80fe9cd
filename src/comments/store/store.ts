import type { Locale } from '../../i18n/locales.ts';
import type { AccountStore } from './account-store.ts';
import type { AddressStore, NewSubscription } from './address-store.ts';
import type { AuditStore } from './audit-store.ts';
import type { AuthorStore } from './author-store.ts';
import type { ExchangeStore } from './exchange-store.ts';
import type { FeedStore } from './feed-store.ts';
import type { LinkStore } from './link-store.ts';
import type { ModeratorMailStore } from './moderator-mail-store.ts';
import type { ModerationStore } from './moderation-store.ts';
import type { NewJob, OutboxStore } from './outbox-store.ts';
import type { PersonalStore } from './personal-store.ts';
import type { QueueStore } from './queue-store.ts';
import type { RulesStore } from './rules-store.ts';

/** Where a comment stands. Only `approved` is ever public. */
export const COMMENT_STATES = ['pending', 'approved', 'rejected', 'spam'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** What a visitor sent, after validation and policy, before it is stored. */
export interface NewComment {
  /** Unguessable: 128 bits, base64url. */
  readonly id: string;
  readonly tutorial: string;
  readonly locale: Locale;
  readonly name: string;
  /** Never published. */
  readonly email: string;
  readonly website: string | null;
  /** What was typed, untouched. */
  readonly raw: string;
  /** What the policy made of it. */
  readonly html: string;
  readonly policyVersion: number;
  readonly createdAt: Instant;
  /** SHA-256 (hex) of the secret by which the author sees the comment while it waits. */
  readonly receiptHash: string;
  /** The comment that this one answers; it stands in the same thread. */
  readonly parent?: string | null;
  /** Keyed hash of the address, from which the picture is drawn; '' where there is none. */
  readonly avatar?: string;
  /** What the rules saw in it. */
  readonly signals?: readonly Signal[];
  /** Keyed hash of the network that it came from; forgotten after a day. */
  readonly network?: string | null;
  /** Where it was imported from, with its id there: `wordpress:4711`. */
  readonly origin?: string | null;
  /** The moderator who wrote it as such. */
  readonly writtenBy?: string | null;
}

/** One rule that a comment met when it was posted, with what it saw: a count, a word. */
export interface Signal {
  readonly rule: string;
  readonly detail?: string | number;
}

export interface StoredComment extends Required<NewComment> {
  readonly state: CommentState;
  /** When the text was last changed after it was posted. */
  readonly editedAt: Instant | null;
  /** When its author took it back; name, address and text are gone then. */
  readonly erasedAt: Instant | null;
  /** When a moderator last decided; null while nobody has. */
  readonly decidedAt: Instant | null;
  /** Whether a moderator wrote it as such. */
  readonly moderator: boolean;
}

/** What anybody may read: no address, no raw text, nothing that waits. */
export interface PublicComment {
  readonly id: string;
  readonly tutorial: string;
  readonly locale: Locale;
  readonly name: string;
  readonly website: string | null;
  readonly html: string;
  readonly createdAt: Instant;
  readonly parent: string | null;
  readonly avatar: string;
  readonly editedAt: Instant | null;
  /** Set for what was taken back but still has replies under it. */
  readonly erasedAt: Instant | null;
  /** Written by a moderator as such: it bears a mark. */
  readonly moderator: boolean;
}

/** One act of a moderator on one or several comments; the journal keeps them all. */
export interface Decision {
  readonly id: string;
  readonly moderator: string;
  readonly at: Instant;
  readonly to: CommentState;
  /** Each comment with the state it had before: what undo restores. */
  readonly changes: readonly { readonly comment: string; readonly from: CommentState }[];
  readonly undoneAt: Instant | null;
  /** Who undid it. */
  readonly undoneBy: string | null;
}

/** Stands for the service itself where a decision names who took it. */
export const SERVICE_MODERATOR = 'service';

/**
 * What the rules decide about a comment as it comes in. Approving is a decision like a moderator's,
 * with what follows from it, and can be undone; why something is spam is in its signals.
 */
export type Verdict =
  | { readonly to: 'spam' }
  | { readonly to: 'approved'; readonly decision: string; readonly jobs?: JobsOf };

/** What follows from a decision, or from undoing it; must not read or write anything. */
export type JobsOf = (decision: Decision) => readonly NewJob[];

export interface Moderator {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Instant;
  /** PHC string; null until the moderator has chosen a password. */
  readonly passwordHash: string | null;
  readonly role: Role;
  readonly mail: ModeratorMail;
  readonly locale: Locale;
  /** Set for somebody who may no longer sign in. */
  readonly disabledAt: Instant | null;
}

/** Somebody to moderate; what is not said takes the table's default: a moderator, in French, with a digest. */
export type NewModerator = Pick<Moderator, 'id' | 'name' | 'email' | 'createdAt'> &
  Partial<Moderator>;

/** An administrator also manages moderators, rules and settings of the service. */
export type Role = 'moderator' | 'administrator';

/** How a moderator hears of new comments. */
export type ModeratorMail = 'each' | 'digest' | 'none';

export type SessionStage = 'full' | 'second-factor';

export interface Session {
  /** Names the session where it is listed; no secret. */
  readonly id: string;
  readonly moderator: Moderator;
  /** `second-factor`: the password was right, the code is still to come. */
  readonly stage: SessionStage;
  /** Browser and system, as a person would say them. */
  readonly agent: string | null;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

/**
 * Everything the service keeps. One implementation over Kysely serves SQLite and PostgreSQL; the
 * same contract suite runs on both. A promise that resolves means that the change is durable.
 * Adding what is there already rejects with a StoreError `exists`.
 */
export interface CommentStore
  extends
    AccountStore,
    AddressStore,
    AuditStore,
    FeedStore,
    AuthorStore,
    ExchangeStore,
    LinkStore,
    ModerationStore,
    ModeratorMailStore,
    OutboxStore,
    PersonalStore,
    QueueStore,
    RulesStore {
  /**
   * Adds a comment, and along with it or not at all: `jobs`, the subscription of its author to
   * replies, and what the rules decide about it, which else waits.
   */
  addComment(
    comment: NewComment,
    also?: {
      readonly jobs?: readonly NewJob[];
      readonly subscription?: NewSubscription;
      readonly verdict?: Verdict;
    },
  ): Promise<StoredComment>;
  findComment(id: string): Promise<StoredComment | null>;
  /** Approved comments, oldest first; of one tutorial, or of all. */
  approvedComments(tutorial?: string): Promise<readonly PublicComment[]>;

  /**
   * Moves comments to a state in one transaction and journals it; null when none changed. What its
   * author took back stays as it is, and so does what was changed since the moderator saw it: `seen`
   * says when each comment that it names had last been changed. `jobs` says what follows from the
   * decision, to be added in the same transaction.
   */
  decide(act: {
    id: string;
    comments: readonly string[];
    to: CommentState;
    moderator: string;
    at: Instant;
    seen?: ReadonlyMap<string, Instant | null>;
    jobs?: JobsOf;
  }): Promise<Decision | null>;
  /**
   * Puts back what a decision changed, where nobody decided anew since; the changes of the answer
   * are those that were put back. Null when unknown or undone already.
   */
  undo(act: {
    decision: string;
    moderator: string;
    at: Instant;
    jobs?: JobsOf;
  }): Promise<Decision | null>;
  /** The latest decisions, newest first. */
  journal(limit: number): Promise<readonly Decision[]>;

  addModerator(moderator: NewModerator): Promise<Moderator>;
  /** An address is the same in upper and lower case. */
  findModerator(by: { id: string } | { email: string }): Promise<Moderator | null>;
  countModerators(): Promise<number>;
  /** Links that were to set one end with it. */
  setPassword(moderator: string, passwordHash: string): Promise<void>;

  /** One-time links, kept as SHA-256 of their secret. */
  addInvitation(invitation: {
    tokenHash: string;
    moderator: string;
    expiresAt: Instant;
  }): Promise<void>;
  /** The invited moderator while the link is good; does not use it up. */
  findInvitation(tokenHash: string, now: Instant): Promise<Moderator | null>;
  /**
   * Uses the link up, and all others of that moderator: the moderator the first time, null ever
   * after and when expired.
   */
  takeInvitation(tokenHash: string, now: Instant): Promise<Moderator | null>;

  addSession(session: {
    tokenHash: string;
    moderator: string;
    createdAt: Instant;
    expiresAt: Instant;
    id?: string;
    /** `full` when left out. */
    stage?: SessionStage;
    agent?: string | null;
  }): Promise<void>;
  /**
   * The session while it lasts, marking it as seen (to the minute); null when it is unknown,
   * expired, or was last seen more than `idleMs` ago.
   */
  findSession(tokenHash: string, now: Instant, idleMs?: number): Promise<Session | null>;
  removeSession(tokenHash: string): Promise<void>;
  removeSessionsOf(moderator: string): Promise<void>;

  /** Counts one use of `key` in a window; false when it has had `limit` already. Shared by all processes. */
  allow(use: { key: string; limit: number; windowMs: number; now: Instant }): Promise<boolean>;
  /** Whether `allow` would still say yes, for a use that is counted once it has come off. */
  mayStill(use: { key: string; limit: number; windowMs: number; now: Instant }): Promise<boolean>;
  /** Deletes what has had its time: sessions, links, counters. */
  sweep(now: Instant): Promise<void>;
  close(): Promise<void>;
}
