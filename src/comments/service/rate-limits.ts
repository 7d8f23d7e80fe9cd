import { createHmac } from 'node:crypto';
import type { CommentStore, Instant } from '../store/store.ts';

export interface Limit {
  readonly limit: number;
  readonly windowMs: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * How often one visitor may do what. `attempt` counts every posting, good or not; `send` what is kept;
 * `preview` is asked for at each pause in typing; `change` counts edits and withdrawals.
 */
export const LIMITS = {
  attempt: { limit: 120, windowMs: 10 * MINUTE },
  send: { limit: 6, windowMs: 10 * MINUTE },
  /** Comments under one mail address, from wherever; whoever proved that it is theirs is not counted. */
  sendAs: { limit: 10, windowMs: 60 * MINUTE },
  preview: { limit: 600, windowMs: 10 * MINUTE },
  change: { limit: 30, windowMs: 10 * MINUTE },
  signInFrom: { limit: 20, windowMs: 15 * MINUTE },
  signInAs: { limit: 10, windowMs: 15 * MINUTE },
  /** The present password, asked again for what matters. */
  passwordAgain: { limit: 10, windowMs: 15 * MINUTE },
  // Three of a million codes are good at a time: thirty tries a day find one in thirty years.
  secondFactor: { limit: 6, windowMs: 15 * MINUTE },
  secondFactorDay: { limit: 30, windowMs: 1440 * MINUTE },
  /** Mails that visitors cause: to one address of each kind, and to all. */
  confirmTo: { limit: 1, windowMs: DAY },
  personalTo: { limit: 2, windowMs: DAY },
  visitorMail: { limit: 500, windowMs: DAY },
  personalFrom: { limit: 10, windowMs: 15 * MINUTE },
  mailedLink: { limit: 60, windowMs: 15 * MINUTE },
  invitation: { limit: 30, windowMs: 15 * MINUTE },
} as const satisfies Record<string, Limit>;

export type Limits = Readonly<Record<keyof typeof LIMITS, Limit>>;

/**
 * Counts one use by `subject` (an address of either kind). The store sees a hash keyed anew each
 * day: when the day is over, nobody can tell whose it was.
 */
export async function allowed(
  { store, secret, limits }: { store: CommentStore; secret: string; limits: Limits },
  { what, subject, now }: { what: keyof Limits; subject: string; now: Instant },
): Promise<boolean> {
  const day = new Date(now).toISOString().slice(0, 10);
  const dailyKey = createHmac('sha256', secret).update(day).digest();
  const hash = createHmac('sha256', dailyKey).update(subject).digest('base64url').slice(0, 22);
  return store.allow({ key: `${what}:${hash}`, ...limits[what], now });
}
