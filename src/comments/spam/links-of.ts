import type { CommentNode } from '../policy/index.ts';

/** An address that somebody typed without making it a link. */
const BARE = /\bhttps?:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+/gi;

/** Every address in a comment: those that its links lead to, and those that stand in its text. */
export function linksOf(tree: readonly CommentNode[]): readonly string[] {
  const links: string[] = [];
  // The policy caps the depth of what it lets through, so that this recursion is shallow.
  const walk = (nodes: readonly CommentNode[], linked: boolean): void => {
    for (const node of nodes) {
      if (typeof node === 'string') {
        // The text of a link that shows its own address is no second one.
        if (!linked) links.push(...(node.match(BARE) ?? []));
        continue;
      }
      const [, { href, cite }, children] = node;
      if (href !== undefined) links.push(href);
      if (cite !== undefined) links.push(cite);
      walk(children, linked || href !== undefined);
    }
  };
  walk(tree, false);
  return links;
}
