import { escapeText } from '../../../../../src/comments/policy/escape.ts';
import type { CommentNode } from '../../../../../src/comments/policy/index.ts';

/** A comment's tree written as HTML, as the policy writes it. */
export function treeAsHtml(nodes: readonly CommentNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeText(node);
      const [tag, attributes, children] = node;
      const written = Object.entries(attributes).map(
        ([name, value]) => ` ${name}="${escapeText(value)}"`,
      );
      return `<${tag}${written.join('')}>${treeAsHtml(children)}${tag === 'br' ? '' : `</${tag}>`}`;
    })
    .join('');
}
