import { ALLOWED_TAGS, isAllowedTag, LINK_REL } from '../policy/allowed-tags.ts';
import { escapeText } from '../policy/escape.ts';
import type { CommentNode } from '../policy/index.ts';

/**
 * A comment's tree as HTML: what the build bakes. The HTML came from a file or over a network; it
 * is made anew from the tree, with nothing but allowed tags and attributes, and escaped here.
 */
export function treeHtml(tree: readonly CommentNode[]): string {
  return tree.map(nodeHtml).join('');
}

// The policy caps the depth of what it lets through, so that this recursion is shallow.
function nodeHtml(node: CommentNode): string {
  if (typeof node === 'string') return escapeText(node);
  const [tag, attributes, children] = node;
  if (tag === 'br') return '<br>';
  if (tag === 'p') return `<p>${treeHtml(children)}</p>`;
  if (!isAllowedTag(tag)) return treeHtml(children);
  const allowed: readonly string[] = ALLOWED_TAGS[tag];
  const written = Object.entries(attributes)
    .filter(([name]) => allowed.includes(name))
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join('');
  const rel = attributes['href'] === undefined ? '' : ` rel="${LINK_REL}"`;
  return `<${tag}${written}${rel}>${treeHtml(children)}</${tag}>`;
}
