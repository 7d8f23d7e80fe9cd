import { toTree } from '../policy/index.ts';
import type { PublicComment } from '../store/store.ts';

/** A comment as programs get it: what is public of it, its body as a tree that needs no HTML parser. */
export function sentComment({ id, locale, name, website, html, createdAt }: PublicComment) {
  return { id, locale, name, website, createdAt, tree: toTree(html) };
}
