import type { Instant } from './store.ts';

/**
 * Work to be done after the answer was given: a mail, a rebuild of the site. A job is added in the
 * transaction of what it follows from, and done at least once:
 *
 * ```
 *            ┌────── retry, postpone ──────┐
 *            ▼                             │
 * enqueue ► waits ── claim (a lease) ► under way ── finish ► done
 *            ▲                             │
 *            └── the lease ran out ────────┴── fail ► failed
 * ```
 *
 * What a job holds is gone once it is done or failed; the row stays for a while, to be counted.
 */
export interface OutboxStore {
  /** Adds jobs; those that follow from a comment or a decision go along with `addComment` or `decide`. */
  enqueue(jobs: readonly NewJob[]): Promise<void>;
  /**
   * Takes up to `limit` jobs of these kinds that are due, for `leaseMs`: no other process gets
   * them meanwhile. One whose lease ran out, since its process died, is taken anew.
   */
  claimJobs(ask: {
    kinds: readonly string[];
    now: Instant;
    limit: number;
    leaseMs: number;
  }): Promise<readonly Job[]>;
  /** Makes the lease of a job under way last until `until`; false when another process has the job. */
  holdJob(job: Claim, until: Instant): Promise<boolean>;
  /** Done. False, as of the acts below, when another process has the job: then nothing changes. */
  finishJob(job: Claim, now: Instant): Promise<boolean>;
  /**
   * Lets the job wait again until `dueAt`; `error` says why it failed, without anything personal, and
   * is null when it did not.
   */
  retryJob(job: Claim, again: { dueAt: Instant; error: string | null }): Promise<boolean>;
  /** Gives the job up. */
  failJob(job: Claim, failure: { now: Instant; error: string }): Promise<boolean>;
  /** When the next job of these kinds is due, or its lease runs out; null when none waits. */
  nextJobAt(kinds: readonly string[]): Promise<Instant | null>;
  /** How many jobs wait (or are under way), were given up, and since when the oldest is due. */
  outboxState(): Promise<{ waiting: number; failed: number; oldestDueAt: Instant | null }>;
}

export interface NewJob {
  /** Unguessable; given when left out. It names the job in logs and makes a mail's Message-ID. */
  readonly id?: string;
  /** Names who does it. */
  readonly kind: string;
  /**
   * While a job with this key waits, another is not added: whoever does the first does everything
   * that there is to do by then. One that is added while the first is under way follows it.
   */
  readonly dedupe?: string;
  /** Puts the waiting job of the same key off to `dueAt`, though never for longer than this in all. */
  readonly debounceMs?: number;
  /** The address (in lower case) that the job is about, by which it can be erased. */
  readonly subject?: string;
  /** Anything that is JSON. */
  readonly payload: unknown;
  readonly dueAt: Instant;
  /** `dueAt` when left out. Of jobs that became one by their key, the earliest is kept. */
  readonly createdAt?: Instant;
}

/** Names a job as one process has it: whoever takes it anew raises `attempts`. */
export interface Claim {
  readonly id: string;
  readonly attempts: number;
}

/** A job under way. */
export interface Job extends Claim {
  readonly kind: string;
  readonly subject: string | null;
  readonly payload: unknown;
  /** How often it failed before; a process that died with it proves nothing against it. */
  readonly failures: number;
  readonly createdAt: Instant;
}
