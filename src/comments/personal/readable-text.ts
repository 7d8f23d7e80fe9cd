import type { CommentNode } from '../policy/comment-node.ts';

/** Elements of a comment that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'blockquote']);

/** A comment as plain text: paragraphs apart, lines where they end, links with their address. */
export function readableText(tree: readonly CommentNode[]): string {
  return write(tree)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function write(nodes: readonly CommentNode[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: CommentNode): string {
  if (typeof node === 'string') return node;
  const [tag, attributes, children] = node;
  if (tag === 'br') return '\n';
  const text = write(children);
  if (BLOCKS.has(tag)) return `\n\n${text}\n\n`;
  const href = tag === 'a' ? attributes['href'] : undefined;
  return href === undefined || href === text ? text : `${text} (${href})`;
}
