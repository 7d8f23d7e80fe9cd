import { ALLOWED_TAGS, isAllowedTag, LINK_REL, URL_ATTRIBUTES } from './allowed-tags.ts';
import type { CommentNode } from './comment-node.ts';
import { isSafeUrl } from './safe-url.ts';

/** The two elements that the policy itself writes. */
const OWN_TAGS: ReadonlySet<string> = new Set(['p', 'br']);

/**
 * Nodes for a page out of a comment's tree, through no HTML parser (Trusted Types allows none).
 * The allowed list is held a second time here: whatever the tree says, no other element and no
 * other attribute is created; of an element that is not allowed only the text remains.
 */
export function buildNodes(document: Document, tree: readonly CommentNode[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const waiting: { parent: Node; node: CommentNode }[] = tree
    .map((node) => ({ parent: fragment as Node, node }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { parent, node } = next;
    if (typeof node === 'string') {
      parent.appendChild(document.createTextNode(node));
      continue;
    }
    const [tag, attributes, children] = node;
    const element = elementFor(document, tag, attributes);
    if (element !== null) parent.appendChild(element);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) waiting.push({ parent: element ?? parent, node: child });
    }
  }
  return fragment;
}

function elementFor(
  document: Document,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): HTMLElement | null {
  if (OWN_TAGS.has(tag)) return document.createElement(tag);
  if (!isAllowedTag(tag)) return null;
  const element = document.createElement(tag);
  const allowed: readonly string[] = ALLOWED_TAGS[tag];
  for (const name of allowed) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (value === undefined || (URL_ATTRIBUTES.has(name) && !isSafeUrl(value))) continue;
    element.setAttribute(name, value);
  }
  if (element.hasAttribute('href')) element.setAttribute('rel', LINK_REL);
  return element;
}
