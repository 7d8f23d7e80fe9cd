import type { PageRewrite } from './rewrite-pages.ts';

const STYLE = /<style>([\s\S]*?)<\/style>/g;

/**
 * One style sheet for all that a page has in itself: each would need a hash of its own in the
 * policy, and a hash does not compress.
 */
export const oneStyle: PageRewrite = () => gatherStyles;

/** The page with all its plain style elements in the place of the first, in their order. */
export function gatherStyles(html: string): string {
  const all = [...html.matchAll(STYLE)].map(([, rules = '']) => rules).join('');
  let first = true;
  return html.replaceAll(STYLE, () => {
    if (!first) return '';
    first = false;
    return `<style>${all}</style>`;
  });
}
