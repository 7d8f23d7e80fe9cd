/** Text written in a CDATA section, as formats want that carry markup as text. */
export interface Cdata {
  readonly cdata: string;
}

/** Running text that is written already. */
export interface Markup {
  readonly markup: string;
}

export type XmlNode = XmlElement | Cdata | Markup | string;

export interface XmlElement {
  readonly name: string;
  /** Those that are `undefined` are not written. */
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children: readonly XmlNode[];
}

/** An element; lists of children are laid flat. */
export function xml(
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: readonly (XmlNode | readonly XmlNode[])[]
): XmlElement {
  return { name, attributes, children: children.flat() };
}

/** What stands in running text: no line break may be put beside it. */
const INLINE: ReadonlySet<string> = new Set(['a', 'code', 'em', 'img', 'span', 'strong']);

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** A whole document in UTF-8, elements that hold no text each on a line of its own. */
export function writeXml(root: XmlElement): string {
  return `${XML_DECLARATION}\n${xmlLines(root, 0)}`;
}

/** An element as it stands in a document, so many elements deep, on lines of its own. */
export function xmlLines(element: XmlElement, depth: number): string {
  return `${indents(depth)}${written(element, depth)}\n`;
}

/** Nodes as they stand inside another document, all on one line. */
export function fragment(nodes: readonly XmlNode[]): string {
  let all = '';
  for (const node of nodes) all += written(node, -1);
  return all;
}

/** `depth` of the line it begins on; below 0: everything on one line. */
function written(node: XmlNode, depth: number): string {
  if (typeof node === 'string') return escapeXml(node);
  if ('markup' in node) return node.markup;
  if ('cdata' in node) {
    return `<![CDATA[${allowed(node.cdata).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  }
  const { name, attributes, children } = node;
  let text = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) text += ` ${key}="${escapeXml(String(value))}"`;
  }
  if (children.length === 0) return `${text}/>`;
  text += '>';
  const apart = depth >= 0 && children.every(isApart);
  if (!apart) return `${text}${fragment(children)}</${name}>`;
  const line = `\n${indents(depth + 1)}`;
  for (const child of children) text += line + written(child, depth + 1);
  return `${text}\n${indents(depth)}</${name}>`;
}

const isApart = (node: XmlNode): boolean =>
  typeof node === 'object' && 'name' in node && !INLINE.has(node.name);

const indents = (depth: number): string => '  '.repeat(depth);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in XML, in content and between double quotes. */
export function escapeXml(text: string): string {
  const known = allowed(text);
  return SPECIAL.test(known) ? known.replace(ALL_SPECIAL, (sign) => ENTITIES[sign] ?? sign) : known;
}

const SPECIAL = /[&<>"]/;
const ALL_SPECIAL = /[&<>"]/g;

/** The `Char` of XML 1.0 has no control characters, not even escaped; output of commands may hold them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Most texts hold nothing near them, and this is quicker to tell. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;

function allowed(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, '\uFFFD') : text;
}
