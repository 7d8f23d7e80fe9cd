import type { TreeNode } from '../tree.ts';
import type { ChartLayout, ChartLine, ChartMark, ChartText } from './chart-layout.ts';
import { TICKS } from './chart-metrics.ts';

const path = (name: string, steps: readonly string[]): readonly TreeNode[] =>
  steps.length > 0 ? [['path', { class: name, d: steps.join('') }, []]] : [];

const SHAPES = {
  dot: ({ x, y }) => ['circle', { class: 'dot', cx: x, cy: y, r: 6 }, []],
  ring: ({ x, y }) => ['circle', { class: 'ring', cx: x, cy: y, r: 6 }, []],
  diamond: ({ x, y }) => ['path', { class: 'diamond', d: `M${x - 8} ${y}l8-8 8 8-8 8z` }, []],
} as const satisfies Record<ChartMark['shape'], (mark: ChartMark) => TreeNode>;

const diamondsFirst = (a: ChartMark, b: ChartMark) =>
  Number(b.shape === 'diamond') - Number(a.shape === 'diamond');

function step({ kind, from, to, y }: ChartLine): string {
  if (kind !== 'arrow') return `M${from} ${y}H${to}`;
  const back = to < from ? 5 : -5;
  // The shaft begins at the edge of the ring.
  return `M${from + (to < from ? -7 : 7)} ${y}H${to}m${back}-5L${to} ${y}l${back} 5`;
}

function words(texts: readonly ChartText[], role: ChartText['role']): readonly TreeNode[] {
  const own = texts.filter((text) => text.role === role);
  if (own.length === 0) return [];
  const line = ({ text, x, y, anchor }: ChartText): TreeNode => [
    'text',
    { x, y, ...(anchor === 'start' ? {} : { 'text-anchor': anchor }) },
    text,
  ];
  return [['g', { class: role }, own.map(line)]];
}

const ROLES = ['label', 'key', 'tick', 'caption', 'figures'] as const;

/** The picture of a chart: classes only, `charts.css` has every stroke and color. */
export function chartTree(layout: ChartLayout): readonly TreeNode[] {
  const { width, left, top, bottom, grid, minor, tracks, lines, marks, texts } = layout;
  const linesOf = (kind: ChartLine['kind']) => lines.filter((line) => line.kind === kind).map(step);
  return [
    ...path(
      'grid',
      grid.map((x) => `M${x} ${top}V${bottom}`),
    ),
    ...path(
      'track',
      tracks.map((y) => `M${left} ${y}H${width}`),
    ),
    ...path('axis', [
      `M${left} ${bottom}H${width}`,
      ...grid.map((x) => `M${x} ${bottom}v${TICKS.major}`),
      ...minor.map((x) => `M${x} ${bottom}v${TICKS.minor}`),
    ]),
    ...path('range', linesOf('range')),
    ...path('pair', linesOf('pair')),
    ...path('arrow', linesOf('arrow')),
    // A diamond shows around a dot that covers it.
    ...marks.toSorted(diamondsFirst).map((mark) => SHAPES[mark.shape](mark)),
    ...ROLES.flatMap((role) => words(texts, role)),
  ];
}
