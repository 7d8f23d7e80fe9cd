import type { NewJob } from './outbox-store.ts';
import type { CommentState, Instant, Signal, StoredComment } from './store.ts';

/** What an author makes of their own comment after it was posted. */
export interface AuthorEdit {
  /** As its author saw it: when it has moved or changed since, nothing is done. */
  readonly seen: Pick<StoredComment, 'id' | 'state' | 'editedAt'>;
  readonly raw: string;
  readonly html: string;
  readonly policyVersion: number;
  readonly at: Instant;
  /** Where it then stands: `pending` takes what was published down until a moderator has read it. */
  readonly to: CommentState;
  /** What the rules see in it now; what they saw before stays when this is left out. */
  readonly signals?: readonly Signal[];
  readonly jobs?: readonly NewJob[];
}

/** What authors do with their own comments, each act whole or not at all. */
export interface AuthorStore {
  /**
   * Changes the text and keeps what stood before. Null when the comment is no longer as its author
   * saw it: somebody decided, or it was changed or taken back.
   */
  editComment(edit: AuthorEdit): Promise<StoredComment | null>;
  /**
   * Takes a comment back: name, address and text are gone for good, and so are its earlier
   * versions and who waits for replies to it. What was published keeps its place among the replies
   * to it; what waited leaves the queue. False when it was taken back already.
   */
  withdrawComment(act: {
    comment: string;
    at: Instant;
    jobs?: readonly NewJob[];
  }): Promise<boolean>;
}
