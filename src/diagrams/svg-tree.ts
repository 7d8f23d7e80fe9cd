import type { Layout, Shape } from './layout.ts';
import { LABEL, NOTE } from './metrics.ts';
import type { Measure } from './measure.ts';
import { FRAME_KINDS } from './stack.ts';
import type { Attributes, TreeNode } from './tree.ts';
import type { Line } from './words.ts';

export interface Caption {
  /** Unique on the page: ids inside the picture begin with it. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
}

/** What an attack does to the picture; the ids are those of plates. */
export interface Marks {
  readonly hit: string;
  readonly reached: readonly string[];
  readonly measure: Measure;
}

const isFrame = ({ kind }: Shape) => FRAME_KINDS.some((name) => name === kind);

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

/** Plain ground under a line, so that it never stands on hatching. */
const ground = ({ text: words, x, y, note }: Line, measure: Measure): TreeNode => {
  const { size, line, baseline } = note ? NOTE : LABEL;
  const width = Math.ceil(measure(words, size)) + 8;
  return rect({ x: x - width / 2, y: y - baseline, width, height: line }, { class: 'ground' });
};

/** The frames and plates, each a group with its id, its kind as class, and a text per line. */
function shapeTree(shape: Shape, { prefix }: Caption, marks: Marks | undefined): TreeNode {
  const reached = marks?.reached.includes(shape.id) ? marks : undefined;
  const under = reached
    ? [
        rect(shape, { class: 'hatch', fill: `url(#${prefix}-hatch)` }),
        ...shape.lines.map((line) => ground(line, reached.measure)),
      ]
    : [];
  return [
    'g',
    {
      class: `${isFrame(shape) ? 'frame' : 'plate'} ${shape.kind}${shape.dashed ? ' dashed' : ''}`,
      'data-id': shape.id,
    },
    [rect(shape), ...under, ...shape.lines.map(text)],
  ];
}

/** Edges are painted last: a neighbour never covers them. */
function edges(shapes: readonly Shape[], { hit, reached }: Marks): readonly TreeNode[] {
  return shapes
    .filter(({ id }) => reached.includes(id))
    .flatMap((shape) => [
      rect(shape, { class: 'edge' }),
      ...(shape.id === hit ? [rect(shape, { class: 'edge outer' }, 5)] : []),
    ]);
}

const hatch = ({ prefix }: Caption): TreeNode => [
  'pattern',
  { id: `${prefix}-hatch`, width: 9, height: 9, patternUnits: 'userSpaceOnUse' },
  [['path', { d: 'M-2 2 2-2M0 9 9 0M7 11 11 7' }, []]],
];

/**
 * The picture of a layout: what the cleaner writes of Mermaid's rendering and what the page
 * draws, so that both are one thing. Without any style: `diagrams.css` has them all.
 */
export function svgTree(
  { width, height, shapes }: Layout,
  caption: Caption,
  marks?: Marks,
): TreeNode {
  const { prefix, title, description } = caption;
  return [
    'svg',
    {
      class: 'stack',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title`,
      'aria-describedby': `${prefix}-desc`,
    },
    [
      ['title', { id: `${prefix}-title` }, title],
      ['desc', { id: `${prefix}-desc` }, description],
      ...(marks ? [hatch(caption)] : []),
      ...shapes.map((shape) => shapeTree(shape, caption, marks)),
      ...(marks ? [['g', { class: 'edges' }, edges(shapes, marks)] as const] : []),
    ],
  ];
}
