import type { Measure } from '../measure.ts';
import { NOTE } from '../metrics.ts';
import { ARROW, RADIUS, SPACE, STROKE } from './chart-metrics.ts';
import type { ChartWords } from './chart-words.ts';
import { scaleOf, type Scale } from './scale.ts';

/** An axis of a certain width: where each value stands, and the ticks that have a label. */
export interface Axis {
  readonly scale: Scale;
  readonly at: (value: number) => number;
  readonly labels: readonly { readonly text: string; readonly x: number }[];
}

/**
 * Lays the axis of a chart between `left` and `right`, so that no label and no arrow leaves them.
 * Labels that would meet are left out, evenly.
 */
export function axisOf(
  { scale: kind, rows, tick }: Pick<ChartWords, 'scale' | 'rows' | 'tick'>,
  left: number,
  right: number,
  measure: Measure,
): Axis {
  const scale = scaleOf(
    kind,
    rows.flatMap(({ marks }) => marks.map(({ value }) => value)),
  );
  const half = (text: string) => Math.ceil(measure(text, NOTE.size) / 2);
  const widest = Math.max(...scale.major.map((value) => half(tick(value))));
  const inset = (side: -1 | 1) =>
    Math.max(RADIUS, widest, rows.some((row) => row.side === side) ? ARROW + STROKE : 0);
  const start = left + inset(-1);
  const length = right - inset(1) - start;
  const at = (value: number) => Math.round(start + scale.place(value) * length);

  const places = scale.major.map((value) => ({ text: tick(value), x: at(value) }));
  const every = (step: number) => places.filter((_, index) => index % step === 0);
  const free = (labels: Axis['labels']) =>
    labels.every((label, index) => {
      const next = labels[index + 1];
      return next === undefined || next.x - half(next.text) - label.x - half(label.text) >= SPACE;
    });
  const steps = places.map((_, index) => index + 1);
  return { scale, at, labels: every(steps.find((step) => free(every(step))) ?? places.length) };
}
