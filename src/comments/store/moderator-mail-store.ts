import type { Instant, ModeratorMail, StoredComment } from './store.ts';

/** Who is told of new comments, and of which. */
export interface ModeratorMailStore {
  /** Moderators who may sign in and want mails, in the order of their ids. */
  moderatorsToMail(): Promise<readonly { readonly id: string; readonly mail: ModeratorMail }[]>;
  /**
   * Comments that wait and were posted, or changed by their authors, at `since` or later; oldest
   * first, and how many there are.
   */
  waitingSince(
    since: Instant,
    limit: number,
  ): Promise<{ comments: readonly StoredComment[]; count: number }>;
}
