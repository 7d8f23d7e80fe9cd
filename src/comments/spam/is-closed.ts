import type { ThreadState } from '../store/rules-store.ts';
import type { Instant } from '../store/store.ts';

const DAY = 86_400_000;

/**
 * Whether a thread takes no more comments. What a moderator has said goes first. Else it is the
 * age of the lesson, from the day of its last update (UTC): a lesson that is taken up again opens
 * its thread again, and an old lesson about old software gathers no spam.
 */
export function isClosed({
  state,
  updated,
  closeAfterDays,
  now,
}: {
  readonly state: ThreadState['state'] | undefined;
  /** The day, as `2026-11-25`. */
  readonly updated: string;
  /** Null: never. */
  readonly closeAfterDays: number | null;
  readonly now: Instant;
}): boolean {
  if (state !== undefined) return state === 'closed';
  return closeAfterDays !== null && now >= Date.parse(updated) + closeAfterDays * DAY;
}
