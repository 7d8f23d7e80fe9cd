import type { SvgNode } from './svg-tree.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The tree as text that is both HTML and XML (but for the name space, which the root carries). */
export function svgMarkup([name, attributes, content]: SvgNode): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escape(`${value}`)}"`,
  );
  const inner = typeof content === 'string' ? escape(content) : content.map(svgMarkup).join('');
  return inner === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inner}</${name}>`;
}
