/** Text written in a CDATA section, as formats want that carry markup as text. */
export interface Cdata {
  readonly cdata: string;
}

export type XmlNode = XmlElement | Cdata | string;

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
  return `${XML_DECLARATION}\n${xmlLines(root, '')}`;
}

/** An element as it stands in a document, on lines that begin with `indent`. */
export function xmlLines(element: XmlElement, indent: string): string {
  return `${indent}${written(element, indent)}\n`;
}

/** Nodes as they stand inside another document, all on one line. */
export function fragment(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => written(node, null)).join('');
}

/** `indent` of the line it begins on; null: everything on one line. */
function written(node: XmlNode, indent: string | null): string {
  if (typeof node === 'string') return escapeXml(node);
  if ('cdata' in node)
    return `<![CDATA[${allowed(node.cdata).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  const { name, attributes, children } = node;
  let tag = name;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) tag += ` ${key}="${escapeXml(String(value))}"`;
  }
  if (children.length === 0) return `<${tag}/>`;
  const apart = indent !== null && children.every((child) => isApart(child));
  const inner = apart ? `${indent}  ` : null;
  const content = children.map(
    (child) => (apart ? `\n${inner ?? ''}` : '') + written(child, inner),
  );
  return `<${tag}>${content.join('')}${apart ? `\n${indent}` : ''}</${name}>`;
}

const isApart = (node: XmlNode): boolean =>
  typeof node === 'object' && 'name' in node && !INLINE.has(node.name);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in XML, in content and between double quotes. */
export function escapeXml(text: string): string {
  return allowed(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** The `Char` of XML 1.0 has no control characters, not even escaped; output of commands may hold them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function allowed(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}
