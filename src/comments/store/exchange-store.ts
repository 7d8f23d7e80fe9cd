import type { CommentState, Instant, NewComment, StoredComment } from './store.ts';

/** A comment by its id here, or by its id where it was imported from. */
export type CommentRef = { readonly id: string } | { readonly origin: string };

/** What a comment was before a change. `moderator` is null where its author changed it. */
export interface CommentEdit {
  readonly id: string;
  readonly at: Instant;
  readonly moderator: string | null;
  readonly raw: string;
  readonly html: string;
  readonly policyVersion: number;
}

/** What a moderator told the others about a comment. */
export interface CommentNote {
  readonly id: string;
  readonly at: Instant;
  readonly moderator: string;
  readonly text: string;
}

/** A comment that comes from a file, with its past. */
export interface IncomingComment extends Omit<NewComment, 'parent' | 'network'> {
  readonly state: CommentState;
  readonly decidedAt: Instant | null;
  readonly editedAt: Instant | null;
  readonly erasedAt: Instant | null;
  /** What it answers; often not there yet. */
  readonly parent: CommentRef | null;
  readonly edits: readonly CommentEdit[];
  readonly notes: readonly CommentNote[];
}

/** That one comment answers another. */
export interface ReplyLink {
  readonly comment: CommentRef;
  readonly parent: CommentRef;
}

export interface ImportOutcome {
  /** Ids of those that were added (or would be); the others are there already. */
  readonly taken: ReadonlySet<string>;
  /** How many answer a comment that is not there yet: for `linkReplies`, once it is. */
  readonly open: number;
}

export interface LinkOutcome {
  readonly linked: number;
  /** Replies to what is not there: they stand by themselves. */
  readonly orphans: number;
  /** Replies to another thread, or in a circle: they stand by themselves too. */
  readonly impossible: number;
}

export interface ExportedComment extends StoredComment {
  readonly edits: readonly CommentEdit[];
  readonly notes: readonly CommentNote[];
  /** Its place among all that are exported, from 1, and that of the comment that it answers. */
  readonly number: number;
  readonly parentNumber: number | null;
}

/** Comments on their way in from a file, and out to one. */
export interface ExchangeStore {
  /**
   * Adds those of `batch` that are not there yet, by id and by origin, all or none. `dryRun` only
   * looks.
   */
  importComments(
    batch: readonly IncomingComment[],
    how?: { readonly dryRun?: boolean },
  ): Promise<ImportOutcome>;
  /** Puts replies that stand by themselves under what they answer, in one transaction. */
  linkReplies(links: readonly ReplyLink[]): Promise<LinkOutcome>;
  /**
   * Every comment as of one moment, some at a time, by tutorial and then by time: to the
   * millisecond, or to the second as formats have it that know nothing finer.
   */
  exportComments(query: {
    readonly tutorial?: string | undefined;
    readonly to: 'millisecond' | 'second';
  }): AsyncIterable<readonly ExportedComment[]>;
}
