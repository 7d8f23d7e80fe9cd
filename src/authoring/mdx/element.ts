import type { MdastNode } from 'satteri';

type Kind = 'blockquote' | 'emphasis' | 'paragraph';
type NodeOf<K extends Kind> = Extract<MdastNode, { type: K }>;

/**
 * An HTML element in the text of a lesson. mdast has no node for one: it is a node of a kind that
 * stands in the same places and holds the same content, under another name.
 */
export function element<K extends Kind>(
  kind: K,
  hName: string,
  hProperties: Readonly<Record<string, string | readonly string[]>>,
  children: readonly NodeOf<K>['children'][number][],
): NodeOf<K> {
  return { type: kind, data: { hName, hProperties }, children } as unknown as NodeOf<K>;
}
