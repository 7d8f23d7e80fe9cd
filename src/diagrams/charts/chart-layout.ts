import type { Measure } from '../measure.ts';
import { LABEL, NOTE, WIDTHS, type Width } from '../metrics.ts';
import { wrap } from '../wrap.ts';
import { axisOf, type Axis } from './axis.ts';
import { ARROW, LABELS, RADIUS, ROW_GAP, SPACE, TICKS, TRACK } from './chart-metrics.ts';
import type { ChartRow, ChartWords, MarkShape } from './chart-words.ts';

/** One line of words; `x` is where it starts, ends or has its middle, `y` its baseline. */
export interface ChartText {
  readonly role: 'label' | 'figures' | 'tick' | 'caption' | 'key';
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface ChartMark {
  readonly shape: MarkShape;
  readonly x: number;
  readonly y: number;
}

/** A line between two marks, or an arrow from a ring to where the true value may lie. */
export interface ChartLine {
  readonly kind: 'range' | 'pair' | 'arrow';
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** A chart in pixels. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Where the rows begin and the axis is. */
  readonly top: number;
  readonly bottom: number;
  readonly grid: readonly number[];
  readonly minor: readonly number[];
  /** The heights of the rows' marks. */
  readonly tracks: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly marks: readonly ChartMark[];
  readonly texts: readonly ChartText[];
}

type Laid = Pick<ChartLayout, 'lines' | 'marks' | 'texts'> & {
  readonly bottom: number;
  readonly track: number;
};

/**
 * Lays a chart out, a row a point: its label, and its marks with their figures beside them. On a
 * wide chart the label stands left of the plot, on a narrow one above its marks.
 */
export function layoutChart(words: ChartWords, width: Width, measure: Measure): ChartLayout {
  const right = WIDTHS[width];
  const left = LABELS[width] === 0 ? 0 : LABELS[width] + SPACE;
  const plot: Plot = { left, right, beside: width === 'wide' };
  const axis = axisOf(words, left, right, measure);
  const room = LABELS[width] || right;
  const keys = layKeys(words, left, measure);
  const top = keys.length > 0 ? LABEL.line + SPACE : 0;

  const rows = words.rows.reduce<readonly Laid[]>((above, row) => {
    const y = (above.at(-1)?.bottom ?? top) + (above.length > 0 ? ROW_GAP : 0);
    const lines = wrap(row.label, LABEL.size, room, measure);
    return [...above, layRow({ row, lines, y }, axis, plot, measure)];
  }, []);

  const bottom = (rows.at(-1)?.bottom ?? top) + ROW_GAP;
  const caption = wrap(words.caption, NOTE.size, right - left, measure);
  const first = bottom + TICKS.baseline + NOTE.line + SPACE;
  return {
    width: right,
    height: first + (caption.length - 1) * NOTE.line + (NOTE.line - NOTE.baseline),
    left,
    top,
    bottom,
    grid: axis.scale.major.map(axis.at),
    minor: axis.scale.minor.map(axis.at),
    tracks: rows.map(({ track }) => track),
    lines: rows.flatMap(({ lines }) => lines),
    marks: [...keys.flatMap(({ mark }) => mark), ...rows.flatMap(({ marks }) => marks)],
    texts: [
      ...keys.map(({ text }) => text),
      ...rows.flatMap(({ texts }) => texts),
      ...axis.labels.map(({ text, x }): ChartText => ({
        role: 'tick',
        anchor: 'middle',
        text,
        x,
        y: bottom + TICKS.baseline,
      })),
      ...caption.map((text, at): ChartText => ({
        role: 'caption',
        anchor: 'start',
        text,
        x: left,
        y: first + at * NOTE.line,
      })),
    ],
  };
}

/** The shapes of the series, side by side above the plot. */
function layKeys({ keys }: ChartWords, left: number, measure: Measure) {
  let x = left;
  return keys.map(({ shape, label }) => {
    const mark: ChartMark = { shape, x: x + RADIUS, y: LABEL.line / 2 };
    const start = x + 2 * RADIUS + SPACE;
    x = start + Math.ceil(measure(label, LABEL.size)) + 3 * SPACE;
    const text: ChartText = {
      role: 'key',
      anchor: 'start',
      text: label,
      x: start,
      y: LABEL.baseline,
    };
    return { mark, text };
  });
}

interface Place {
  readonly row: ChartRow;
  readonly lines: readonly string[];
  readonly y: number;
}

interface Plot {
  readonly left: number;
  readonly right: number;
  /** Labels stand beside the marks, not above them. */
  readonly beside: boolean;
}

function layRow({ row, lines, y }: Place, axis: Axis, plot: Plot, measure: Measure): Laid {
  const xs = row.marks.map(({ value }) => axis.at(value));
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const reach = (side: -1 | 1) => (row.side === side ? ARROW : RADIUS) + SPACE;
  const figures = setFigures(row.text, first - reach(-1), last + reach(1), plot, measure);

  const labels = lines.length * LABEL.line;
  const own = figures.below ? TRACK + figures.lines.length * LABEL.line : TRACK;
  const height = plot.beside ? Math.max(labels, own) : labels + own;
  const labelTop = plot.beside ? y + (height - labels) / 2 : y;
  const trackTop = plot.beside ? y + (height - own) / 2 : y + labels;
  const track = Math.round(trackTop + TRACK / 2);
  // The baseline that puts the middle of small letters at the middle of the marks.
  const baseline = figures.below ? trackTop + TRACK + LABEL.baseline : track + 5;

  return {
    bottom: y + height,
    track,
    marks: row.marks.map(({ shape }, at) => ({ shape, x: xs[at] ?? first, y: track })),
    lines: [
      ...(row.between === null
        ? []
        : [{ kind: row.between, from: first, to: last, y: track } as const]),
      ...(row.side === 0
        ? []
        : [{ kind: 'arrow', from: first, to: first + row.side * ARROW, y: track } as const]),
    ],
    texts: [
      ...lines.map((text, at): ChartText => ({
        role: 'label',
        anchor: 'start',
        text,
        x: 0,
        y: Math.round(labelTop) + at * LABEL.line + LABEL.baseline,
      })),
      ...figures.lines.map((text, at): ChartText => ({
        role: 'figures',
        anchor: figures.anchor,
        text,
        x: figures.x,
        y: Math.round(baseline) + at * LABEL.line,
      })),
    ],
  };
}

/** Figures stand right of the marks; where there is no room, left of them; or else below. */
function setFigures(
  text: string,
  before: number,
  after: number,
  { left, right }: Plot,
  measure: Measure,
) {
  const across = (line: string) => Math.ceil(measure(line, LABEL.size));
  const whole = { lines: [text], below: false } as const;
  if (after + across(text) <= right) return { ...whole, x: after, anchor: 'start' } as const;
  if (before - across(text) >= left) return { ...whole, x: before, anchor: 'end' } as const;
  const lines = wrap(text, LABEL.size, right - left, measure);
  const x = Math.max(left, right - Math.max(...lines.map(across)));
  return { lines, below: true, x, anchor: 'start' } as const;
}
