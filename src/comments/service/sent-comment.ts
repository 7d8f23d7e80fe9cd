import { toTree } from '../policy/index.ts';
import type { PublicComment } from '../store/store.ts';
import { threadOrder } from '../thread/thread-order.ts';

/** A comment as programs get it: what is public of it, its body as a tree that needs no HTML parser. */
export function sentComment(comment: PublicComment) {
  const { id, locale, name, website, avatar, createdAt, editedAt, erasedAt, parent } = comment;
  const facts = { id, locale, name, website, avatar, createdAt, editedAt, erasedAt, parent };
  return { ...facts, moderator: comment.moderator, tree: toTree(comment.html) };
}

/** A thread in the order in which it is read; `under` is the first-level comment above a reply. */
export function sentThread(comments: readonly PublicComment[]) {
  return threadOrder(comments).map(({ comment, under }) => ({ ...sentComment(comment), under }));
}
