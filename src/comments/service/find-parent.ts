import type { CommentStore, StoredComment } from '../store/store.ts';

/** The comment that may be answered: published in this thread and not taken back; null for any other. */
export async function findParent(
  store: Pick<CommentStore, 'findComment'>,
  { id, tutorial }: { readonly id: string; readonly tutorial: string },
): Promise<StoredComment | null> {
  if (!/^[\w-]{1,64}$/.test(id)) return null;
  const comment = await store.findComment(id);
  const open = comment?.state === 'approved' && comment.erasedAt === null;
  return open && comment.tutorial === tutorial ? comment : null;
}
