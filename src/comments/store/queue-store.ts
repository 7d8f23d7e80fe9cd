import type { Locale } from '../../i18n/locales.ts';
import type { CommentState, Instant, StoredComment } from './store.ts';

/** Which comments: all that fit each part that is given. What was taken back is never among them. */
export interface QueueFilter {
  readonly state?: CommentState | undefined;
  readonly tutorial?: string | undefined;
  readonly locale?: Locale | undefined;
  /** Words of the name or address, whole or in part; a whole address finds that one alone. */
  readonly author?: string | undefined;
  /** Words of the text, the website or the name, whole or in part; case and accents do not count. */
  readonly text?: string | undefined;
}

/** By when they were sent, or those first that most rules spoke of. */
export const QUEUE_SORTS = ['oldest', 'newest', 'signals'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

export interface QueueQuery extends QueueFilter {
  /** `oldest` when left out for what waits, `newest` for anything else. */
  readonly sort?: QueueSort | undefined;
  readonly limit: number;
  /** Where a page ended; one that no page gave out starts from the top. */
  readonly before?: string | undefined;
}

export interface QueuePage {
  readonly comments: readonly StoredComment[];
  /**
   * Pass as `before` to read on; null at the end. A search for what stands in very many comments
   * looks at some at a time: then a page may hold fewer than asked for, and still be continued.
   */
  readonly next: string | null;
  /** Comments that the search does not know yet; 0 where nothing is searched for. */
  readonly unsearched: number;
}

/** How many comments of one kind there are. */
export interface CommentCount {
  readonly tutorial: string;
  readonly state: CommentState;
  readonly locale: Locale;
  readonly count: number;
}

/** A comment, and the version of it that somebody saw. */
export interface SeenComment {
  readonly id: string;
  readonly editedAt: Instant | null;
}

/** What is known of an address from its comments. */
export interface AuthorHistory {
  readonly counts: Readonly<Record<CommentState, number>>;
  readonly firstAt: Instant;
  /** Whether its owner confirmed it by a mailed link. */
  readonly confirmed: boolean;
}

/** What moderators look for and look at. */
export interface QueueStore {
  queue(query: QueueQuery): Promise<QueuePage>;
  /** The first `limit` comments that match, as they stand, and whether there are more. */
  matching(
    filter: QueueFilter,
    limit: number,
  ): Promise<{ readonly comments: readonly SeenComment[]; readonly more: boolean }>;
  /** The comments beside one, in the order of the queue; null where there is none. */
  neighbors(
    query: QueueFilter & { readonly sort?: QueueSort | undefined },
    comment: StoredComment,
  ): Promise<{ readonly previous: string | null; readonly next: string | null }>;
  /** How many comments there are of each kind that there is. */
  countComments(): Promise<readonly CommentCount[]>;
  countByState(): Promise<Readonly<Record<CommentState, number>>>;
  /** By address in lower case, for those that have comments. */
  authorHistories(emails: readonly string[]): Promise<ReadonlyMap<string, AuthorHistory>>;
  /** Makes up to `limit` new or changed comments known to the search; resolves to how many. */
  indexSearch(limit: number): Promise<number>;
}
