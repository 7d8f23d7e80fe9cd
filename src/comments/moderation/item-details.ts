import type { Note } from '../store/moderation-store.ts';
import type { AuthorHistory } from '../store/queue-store.ts';
import type { CommentStore, StoredComment } from '../store/store.ts';

/** A comment with all that the queue tells about it. */
export interface QueueItem {
  readonly comment: StoredComment;
  /** What it answers; null for what answers nothing, or something that is gone. */
  readonly parent: StoredComment | null;
  /** Null where it has no address any more. */
  readonly history: AuthorHistory | null;
  readonly notes: readonly Note[];
}

/** Reads what stands around some comments: one query for each kind of thing, however many they are. */
export async function itemDetails(
  store: CommentStore,
  comments: readonly StoredComment[],
): Promise<readonly QueueItem[]> {
  const histories = await store.authorHistories(comments.map(({ email }) => email));
  const notes = await store.notesOf(comments.map(({ id }) => id));
  const parents = new Map<string, StoredComment>();
  for (const id of new Set(comments.flatMap(({ parent }) => parent ?? []))) {
    const parent = await store.findComment(id);
    if (parent?.erasedAt === null) parents.set(id, parent);
  }
  return comments.map((comment) => ({
    comment,
    parent: parents.get(comment.parent ?? '') ?? null,
    history: histories.get(comment.email.toLowerCase()) ?? null,
    notes: notes.filter((note) => note.comment === comment.id),
  }));
}
