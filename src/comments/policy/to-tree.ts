import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { ALLOWED_TAGS, isAllowedTag, LINK_REL, URL_ATTRIBUTES } from './allowed-tags.ts';
import type { CommentNode } from './comment-node.ts';
import { isSafeUrl } from './safe-url.ts';

type ParsedNode = DefaultTreeAdapterTypes.ChildNode;
type MutableElement = [tag: string, attributes: Record<string, string>, children: MutableNode[]];
type MutableNode = string | MutableElement;

/**
 * Stored HTML (the policy's own output) as a tree that a page can build without an HTML sink.
 * Only allowed elements and attributes enter the tree, whatever the HTML says.
 */
export function toTree(html: string): CommentNode[] {
  const top: MutableNode[] = [];
  const waiting: { node: ParsedNode; into: MutableNode[] }[] = [];
  const enqueue = (nodes: readonly ParsedNode[], into: MutableNode[]): void => {
    for (const node of nodes.toReversed()) waiting.push({ node, into });
  };
  enqueue(parseFragment(html).childNodes, top);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, into } = next;
    if ('value' in node) into.push(node.value);
    if (!('tagName' in node)) continue;
    const element = elementOf(node);
    if (element !== null) into.push(element);
    enqueue(node.childNodes, element === null ? into : element[2]);
  }
  return top;
}

function elementOf(node: DefaultTreeAdapterTypes.Element): MutableElement | null {
  const tag = node.tagName;
  if (tag === 'p' || tag === 'br') return [tag, {}, []];
  if (!isAllowedTag(tag)) return null;
  const allowed: readonly string[] = ALLOWED_TAGS[tag];
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attrs) {
    if (!allowed.includes(name) || (URL_ATTRIBUTES.has(name) && !isSafeUrl(value))) continue;
    attributes[name] = value;
  }
  if (attributes['href'] !== undefined) attributes['rel'] = LINK_REL;
  return [tag, attributes, []];
}
