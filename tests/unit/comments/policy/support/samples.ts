/** 64 kilobytes, the most that a comment may have. */
const FULL = 65_525;

function repeat(part: string, bytes = FULL): string {
  return part.repeat(Math.floor(bytes / Buffer.byteLength(part)));
}

/** Comments made to cost much; each fills what the limit leaves. */
export const HOSTILE_COMMENTS: Readonly<Record<string, string>> = {
  '20,000 nested <b>': '<b>'.repeat(20_000),
  'nested <b><i>': repeat('<b><i>'),
  'nested <q>': repeat('<q>'),
  'nested <div>': repeat('<div>'),
  'deep blockquotes': repeat('<blockquote>x'),
  '8,000 attributes': `<a ${Array.from({ length: 8000 }, (_, n) => `a${n}`).join(' ')}>x</a>`,
  '8,000 attributes, never closed': `<a ${Array.from({ length: 8000 }, (_, n) => `a${n}`).join(' ')}`,
  '8,000 tags of other names': Array.from({ length: 8000 }, (_, n) => `<x${n}>`).join(''),
  '<': repeat('<'),
  '&': repeat('&'),
  '<a ': repeat('<a '),
  '<a x="': repeat('<a x="'),
  '<a x="<a" ': repeat('<a x="<a" '),
  '<!--': repeat('<!--'),
  '<![CDATA[': repeat('<![CDATA['),
  '<script>': repeat('<script>'),
  '<code>': repeat('<code>'),
  'unclosed code': `<code>${repeat('<b>', FULL - 6)}`,
  '</code without its end': `<code>${repeat('</code ', FULL - 6)}`,
  'end tags only': repeat('</b>'),
  'blank lines': repeat('x\n\n'),
  'paragraphs in nested formatting': `${'<b><i><em><strong>'.repeat(7)}${repeat('x\n\n', FULL - 200)}`,
  'paragraphs in a link with a long title': `<a title="${'t'.repeat(30_000)}">${repeat('x\n\n', 30_000)}`,
  spaces: `x${repeat(' ', FULL - 2)}x`,
  addresses: repeat('www.a.b '),
  'one address of brackets': `http://a/${repeat('(', FULL - 20)}`,
  'one address of full stops': `http://a/${repeat('.', FULL - 20)}`,
  'an entity without end': `&${repeat('a', FULL - 1)}`,
  'half surrogates': '\uD800'.repeat(20_000),
  'nothing to see': repeat('\u200B'),
};
