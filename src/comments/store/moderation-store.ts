import type { AuditEntry } from './audit-store.ts';
import type { Decision, Instant, StoredComment } from './store.ts';

/** What a comment said before a change. */
export interface Edit {
  readonly at: Instant;
  /** Null where its author changed it. */
  readonly moderator: string | null;
  readonly raw: string;
  readonly html: string;
}

/** What a moderator tells the others about a comment. */
export interface Note {
  readonly id: string;
  readonly comment: string;
  readonly moderator: string;
  readonly at: Instant;
  readonly text: string;
}

/** A line of the journal. */
export type Act =
  ({ readonly kind: 'decision' } & Decision) | ({ readonly kind: 'audit' } & AuditEntry);

export interface JournalQuery {
  /** Who did it: a moderator, or {@link SERVICE_MODERATOR} for the service and the operator. */
  readonly moderator?: string | undefined;
  /** A code of the audit, or the state that a decision moved comments to. */
  readonly act?: string | undefined;
  readonly comment?: string | undefined;
  readonly limit: number;
  readonly before?: string | undefined;
}

/** What moderators do with comments beside deciding, and the journal of all that they do. */
export interface ModerationStore {
  /**
   * Changes a text in a moderator's name and keeps what stood before; the state stays. Null when the
   * comment is no longer as the moderator saw it.
   */
  correctComment(act: {
    readonly seen: Pick<StoredComment, 'id' | 'editedAt'>;
    readonly raw: string;
    readonly html: string;
    readonly policyVersion: number;
    readonly moderator: string;
    readonly at: Instant;
  }): Promise<StoredComment | null>;
  /** What a comment said before each change, oldest first. */
  editsOf(comment: string): Promise<readonly Edit[]>;

  /** False when there is no such comment, or its author took it back. */
  addNote(note: Note): Promise<boolean>;
  /** Oldest first. */
  notesOf(comments: readonly string[]): Promise<readonly Note[]>;

  /** Everything that was done, decisions and other acts alike, the latest first. */
  acts(
    query: JournalQuery,
  ): Promise<{ readonly acts: readonly Act[]; readonly next: string | null }>;
  findDecision(id: string): Promise<Decision | null>;
  /** Names of comments' authors, for those that are still named. */
  authorNames(comments: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What each moderator is called. */
  moderatorNames(): Promise<ReadonlyMap<string, string>>;
}
