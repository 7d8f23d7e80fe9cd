import type { Instant, StoredComment } from '../store/store.ts';

/** How long an author may change or take back what is published already. */
export const CHANGE_MS = 15 * 60_000;

/** Where an author's comment stands. A moderator's reason (`spam`, `rejected`) is not told. */
export type OwnState = 'pending' | 'approved' | 'declined' | 'withdrawn';

const STATES = {
  pending: 'pending',
  approved: 'approved',
  rejected: 'declined',
  spam: 'declined',
} as const satisfies Record<StoredComment['state'], OwnState>;

type Standing = Pick<StoredComment, 'state' | 'createdAt' | 'decidedAt' | 'erasedAt'>;

/** What the author is told of their comment. */
export function ownState({ state, createdAt, decidedAt, erasedAt }: Standing): OwnState {
  if (erasedAt !== null) return 'withdrawn';
  // What the rules took for spam as it came in looks as if it waited: no spammer learns from it.
  return state === 'spam' && decidedAt === createdAt ? 'pending' : STATES[state];
}

/** Whether its author may change a comment, or take it back: while it waits, and for a while after. */
export function mayChange(comment: Standing, now: Instant): boolean {
  const state = ownState(comment);
  return state === 'pending' || (state === 'approved' && now < comment.createdAt + CHANGE_MS);
}

/** Whether two texts differ by more than how much white space stands where: a moderator need not read again. */
export function saysOtherwise(one: string, other: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return plain(one) !== plain(other);
}
