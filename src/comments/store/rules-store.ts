import type { Instant, Signal } from './store.ts';

/** What can be kept out: an address, all of a mail domain, a site, a word, where somebody writes from. */
export const BLOCK_KINDS = ['address', 'domain', 'website', 'word', 'network'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What a moderator keeps out. */
export interface Block {
  /** Unguessable. */
  readonly id: string;
  readonly kind: BlockKind;
  /** In the form in which it is compared: lower case, a bare host, a keyed hash for a network. */
  readonly value: string;
  readonly moderator: string | null;
  readonly createdAt: Instant;
  /** Null for what stands until somebody takes it away. */
  readonly expiresAt: Instant | null;
}

/** A thread that a moderator closed, or keeps open whatever its age. */
export interface ThreadState {
  readonly tutorial: string;
  readonly state: 'open' | 'closed';
  readonly at: Instant;
  readonly moderator: string | null;
}

/** The rules that moderators make; each change of them is in the audit, in the same transaction. */
export interface RulesStore {
  /** Adds a block; false when the same is blocked already. */
  addBlock(block: Block): Promise<boolean>;
  /** Takes a block away; null when there is none. */
  removeBlock(act: { id: string; moderator: string; at: Instant }): Promise<Block | null>;
  /** Everything that is blocked, the latest first. */
  blocks(now: Instant): Promise<readonly Block[]>;

  /** Closes a thread, keeps it open, or (null) leaves it to its age again. */
  setThread(act: {
    tutorial: string;
    state: ThreadState['state'] | null;
    moderator: string;
    at: Instant;
  }): Promise<void>;
  threadStates(): Promise<readonly ThreadState[]>;

  /** Whether a comment of this address is published. */
  hasApproved(email: string): Promise<boolean>;
  /** Moves a comment that still waits to spam, since `signal` says so; false when it waits no more. */
  markSpam(act: { comment: string; signal: Signal; at: Instant }): Promise<boolean>;
}
