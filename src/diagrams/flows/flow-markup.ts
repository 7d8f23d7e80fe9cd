import { markup } from '../markup.ts';
import { WIDTHS, type Width } from '../metrics.ts';
import type { TreeNode } from '../tree.ts';
import { extentOfAll } from './flow-extent.ts';

/** Half of the thickest edge. */
const MARGIN = 2;

/**
 * A rendering as the SVG that is committed and stands in the page: exactly as wide as its width,
 * with what Mermaid drew in the middle.
 * @throws Error where Mermaid drew more than the width holds.
 */
export function flowMarkup(
  parts: readonly TreeNode[],
  width: Width,
  { id, title, description }: { id: string; title: string; description: string },
): string {
  const { left, top, right, bottom } = extentOfAll(parts);
  const room = WIDTHS[width];
  if (right - left + 2 * MARGIN > room) {
    throw new Error(`\`${id}\` (${width}) is ${right - left} px wide; ${room} hold it.`);
  }
  const x = Math.floor((left + right - room) / 2);
  const prefix = `${id}-${width}`;
  return markup([
    'svg',
    {
      class: 'flow',
      viewBox: [x, Math.floor(top) - MARGIN, room, Math.ceil(bottom - top) + 2 * MARGIN].join(' '),
      role: 'img',
      'aria-labelledby': `${prefix}-title`,
      'aria-describedby': `${prefix}-desc`,
    },
    [
      ['title', { id: `${prefix}-title` }, title],
      ['desc', { id: `${prefix}-desc` }, description],
      ['g', {}, parts],
    ],
  ]);
}
