import type { Layout } from './layout.ts';
import { markup } from './markup.ts';
import { svgTree, viewBox } from './svg-tree.ts';

interface Caption {
  /** Unique on the page: ids inside the picture begin with it. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
}

/** A rendering as the SVG that is committed and stands in the page. */
export function pictureMarkup(rendering: Layout, { prefix, title, description }: Caption): string {
  return markup([
    'svg',
    {
      class: 'stack',
      viewBox: viewBox(rendering),
      role: 'img',
      'aria-labelledby': `${prefix}-title`,
      'aria-describedby': `${prefix}-desc`,
    },
    [
      ['title', { id: `${prefix}-title` }, title],
      ['desc', { id: `${prefix}-desc`, 'data-says': 'description' }, description],
      svgTree(rendering, prefix),
    ],
  ]);
}
