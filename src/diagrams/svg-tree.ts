import type { Layout, Shape } from './layout.ts';
import type { Attributes, TreeNode } from './tree.ts';
import type { Line } from './words.ts';

/** What an attack does to the picture; the ids are those of plates. */
export interface Marks {
  readonly hit: string;
  readonly reached: readonly string[];
}

const rect = (
  { x, y, width, height }: Pick<Shape, 'x' | 'y' | 'width' | 'height'>,
  more: Attributes = {},
  grow = 0,
): TreeNode => [
  'rect',
  { ...more, x: x - grow, y: y - grow, width: width + 2 * grow, height: height + 2 * grow },
  [],
];

// A transform can be moved by a style sheet, `x` and `y` of a text cannot.
const text = ({ text: words, x, y, note }: Line): TreeNode => [
  'text',
  { ...(note ? { class: 'note' } : {}), transform: `translate(${x} ${y})` },
  words,
];

/**
 * The picture of a layout: what the cleaner writes of Mermaid's rendering and what the page
 * draws, so that both are one thing. Each frame and plate is a group with its id, its kind as
 * class, and a text per line. Without any style: `stack.css` has them all.
 */
export function svgTree({ shapes }: Layout, prefix: string, marks?: Marks): TreeNode {
  const hatch = `${prefix}-hatch`;
  const isReached = ({ id }: Shape) => marks?.reached.includes(id);
  const groups = shapes.map((shape): TreeNode => {
    const { id, kind, frame, dashed, lines } = shape;
    const under = isReached(shape) ? [rect(shape, { class: 'hatch', fill: `url(#${hatch})` })] : [];
    const classes = `${frame ? 'frame' : 'plate'} ${kind}${dashed ? ' dashed' : ''}`;
    return ['g', { class: classes, 'data-id': id }, [rect(shape), ...under, ...lines.map(text)]];
  });
  if (!marks) return ['g', {}, groups];
  // Edges are painted last: a neighbor never covers them.
  const edges = shapes.filter(isReached).map((shape) => rect(shape, { class: 'edge' }));
  const hit = shapes.filter(({ id }) => id === marks.hit);
  return [
    'g',
    {},
    [
      [
        'pattern',
        { id: hatch, width: 9, height: 9, patternUnits: 'userSpaceOnUse' },
        [['path', { d: 'M-2 2 2-2M0 9 9 0M7 11 11 7' }, []]],
      ],
      ...groups,
      ...edges,
      ...hit.map((shape) => rect(shape, { class: 'edge' }, 5)),
    ],
  ];
}

/** As wide and high as the layout; it may be shown larger, never smaller. */
export const viewBox = ({ width, height }: Layout): string => `0 ${-height} ${width} ${height}`;
