import type { TreeNode } from './tree.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The tree as text that HTML and XML read alike. */
export function markup([name, attributes, content]: TreeNode): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(`${value}`)}"`)
    .join('');
  const inner = typeof content === 'string' ? escape(content) : content.map(markup).join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}
