import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { ALLOWED_TAGS, isAllowedTag } from '../../../../../src/comments/policy/allowed-tags.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What takes part in a comparison of two HTML texts. */
export interface ShapeOptions {
  /** Whether `p`, `br` and white space count; else both are passed over. */
  readonly paragraphs: boolean;
  /** Whether an attribute does. */
  readonly keepsAttribute?: (name: string, value: string) => boolean;
  /** Whether elements in which there is nothing to read do. */
  readonly keepsEmpty?: boolean;
}

/**
 * HTML as a browser would read it, written so that two texts which mean the same are the same:
 * only allowed elements (of others the content stays) with their allowed attributes in order, white
 * space as one space, and none where a paragraph or line begins or ends.
 */
export function shapeOf(html: string, options: ShapeOptions): string {
  const shape = parseFragment(html)
    .childNodes.map((node) => shapeOfNode(node, options))
    .join('');
  if (!options.paragraphs) return shape.replace(/\s+(?![^<]*>)/g, '');
  return shape
    .replace(/\s+(?![^<]*>)/g, ' ')
    .replace(/ ?(<(?:\/?p|br|\/?blockquote[^>]*)>) ?/g, '$1')
    .trim();
}

function shapeOfNode(node: Node, options: ShapeOptions): string {
  if ('value' in node) return escape(node.value);
  if (!('tagName' in node)) return '';
  const { tagName, attrs, childNodes } = node;
  const inner = childNodes.map((child) => shapeOfNode(child, options)).join('');
  if (tagName === 'br') return options.paragraphs ? '<br>' : '';
  const empty = inner.replace(/<[^>]*>/g, '').trim() === '';
  if (empty && options.keepsEmpty === false) return inner;
  if (tagName === 'p') return options.paragraphs ? `<p>${inner}</p>` : inner;
  if (!isAllowedTag(tagName)) return inner;
  const allowed: readonly string[] = ALLOWED_TAGS[tagName];
  const attributes = attrs
    .filter(
      ({ name, value }) =>
        allowed.includes(name) && (options.keepsAttribute?.(name, value) ?? true),
    )
    .map(({ name, value }) => ` ${name}="${escape(value)}"`)
    .sort();
  return `<${tagName}${attributes.join('')}>${inner}</${tagName}>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
