import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** Elements whose content a browser does not show. */
const HIDDEN = new Set([
  'script',
  'style',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'title',
  'template',
]);

/** The text that a browser shows of `html`, in its order. */
export function visibleText(html: string): string {
  const texts: string[] = [];
  const waiting: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) texts.push(node.value);
    if ('childNodes' in node && !HIDDEN.has(node.nodeName)) {
      waiting.push(...node.childNodes.toReversed());
    }
  }
  return texts.join('');
}

/** HTML reads `&copy` without its semicolon as ©; here, as in WordPress, it stays what was typed. */
const UNFINISHED_REFERENCE = /&(?!#?\w+;)/g;

/**
 * What a browser shows of `typed` and `kept` does not have: the rest of the visible characters,
 * white space and controls aside, from the first that is not found in its turn.
 */
export function lostText(typed: string, kept: string): string {
  const wanted = Array.from(
    visibleText(typed.replace(UNFINISHED_REFERENCE, '&amp;')).replace(/[\s\p{C}\uFFFD]/gu, ''),
  );
  let found = 0;
  for (const character of kept) if (character === wanted[found]) found += 1;
  return wanted.slice(found).join('');
}
