import { type Token, Tokenizer } from 'parse5';
import { ALLOWED_TAGS, isAllowedTag, LINK_REL, URL_ATTRIBUTES } from './allowed-tags.ts';
import type { CommentNode } from './comment-node.ts';
import { isSafeUrl } from './safe-url.ts';

type MutableElement = [tag: string, attributes: Record<string, string>, children: MutableNode[]];
type MutableNode = string | MutableElement;

/** Blockquotes and formatting at their deepest, and a paragraph; of a text that lies, no more is built. */
const DEEPEST = 40;

/**
 * Stored HTML (the policy's own output) as a tree that a page can build without an HTML sink.
 * Only allowed elements and attributes enter the tree, whatever the HTML says. The policy writes
 * every end tag, so parse5's tokenizer and a stack are enough, at a cost in proportion to the length.
 */
export function toTree(html: string): CommentNode[] {
  const top: MutableNode[] = [];
  const open: MutableElement[] = [];
  const siblings = (): MutableNode[] => open.at(-1)?.[2] ?? top;
  const text = ({ chars }: Token.CharacterToken): void => {
    const nodes = siblings();
    const last = nodes.at(-1);
    if (typeof last === 'string') nodes[nodes.length - 1] = last + chars;
    else nodes.push(chars);
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs }) {
        const element = open.length < DEEPEST ? elementOf(tagName, attrs) : null;
        if (element === null) return;
        siblings().push(element);
        if (tagName !== 'br') open.push(element);
      },
      onEndTag({ tagName }) {
        const depth = open.findLastIndex(([tag]) => tag === tagName);
        if (depth !== -1) open.length = depth;
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  return top;
}

function elementOf(tag: string, attrs: readonly Token.Attribute[]): MutableElement | null {
  if (tag === 'p' || tag === 'br') return [tag, {}, []];
  if (!isAllowedTag(tag)) return null;
  const allowed: readonly string[] = ALLOWED_TAGS[tag];
  const attributes: Record<string, string> = {};
  for (const { name, value } of attrs) {
    if (!allowed.includes(name) || (URL_ATTRIBUTES.has(name) && !isSafeUrl(value))) continue;
    attributes[name] = value;
  }
  if (attributes['href'] !== undefined) attributes['rel'] = LINK_REL;
  return [tag, attributes, []];
}
