import type { PublicComment } from './store.ts';

/** What feeds show of the newest comments. */
export interface FeedStore {
  /** The newest approved comments, newest first; of one tutorial, or of all. */
  latestComments(query: { tutorial?: string; limit: number }): Promise<readonly FeedComment[]>;
}

export type FeedComment = Pick<
  PublicComment,
  'id' | 'tutorial' | 'locale' | 'name' | 'website' | 'html' | 'createdAt' | 'editedAt' | 'parent'
>;
