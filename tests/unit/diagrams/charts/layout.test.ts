import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  layoutChart,
  type ChartLayout,
  type ChartText,
} from '../../../../src/diagrams/charts/chart-layout.ts';
import { chartWords } from '../../../../src/diagrams/charts/chart-words.ts';
import type { Measurement, Point } from '../../../../src/diagrams/charts/measurement-schema.ts';
import { MEASUREMENTS } from '../../../../src/diagrams/charts/measurements.ts';
import { READINGS } from '../../../../src/diagrams/charts/readings.ts';
import { SCALES } from '../../../../src/diagrams/charts/scale.ts';
import { UNITS } from '../../../../src/diagrams/charts/units.ts';
import { measure } from '../../../../src/diagrams/measure.ts';
import { LABEL, NOTE, WIDTHS, type Width } from '../../../../src/diagrams/metrics.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { chartWith, pointWith } from './chart-fixture.ts';

const ALL_WIDTHS = Object.keys(WIDTHS) as Width[];

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ role, anchor, text, x, y }: ChartText): Box {
  const { size, line, baseline } = role === 'tick' || role === 'caption' ? NOTE : LABEL;
  const across = measure(text, size);
  const left = x - { start: 0, middle: across / 2, end: across }[anchor];
  return {
    what: `${role} ${text}`,
    left,
    right: left + across,
    top: y - baseline,
    bottom: y - baseline + line,
  };
}

const around = (what: string, from: number, to: number, y: number, reach: number): Box => ({
  what,
  left: from - reach,
  right: to + reach,
  top: y - reach,
  bottom: y + reach,
});

/** What must not be covered: words; and what must cover no words: marks and their lines. */
function boxesOf({ texts, marks, lines }: ChartLayout) {
  return {
    words: texts.map(boxOf),
    drawn: [
      ...marks.map(({ shape, x, y }) => around(shape, x, x, y, 6)),
      ...lines.map(({ kind, from, to, y }) =>
        around(kind, Math.min(from, to), Math.max(from, to), y, 2),
      ),
    ],
  };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right - 0.5 &&
  b.left < a.right - 0.5 &&
  a.top < b.bottom - 0.5 &&
  b.top < a.bottom - 0.5;

/** Everything that is wrong with where things are. */
function faults(layout: ChartLayout): readonly string[] {
  const { words, drawn } = boxesOf(layout);
  const outside = [...words, ...drawn].filter(
    ({ left, right, top, bottom }) =>
      left < -0.5 || right > layout.width + 0.5 || top < -0.5 || bottom > layout.height + 0.5,
  );
  const covered = words.flatMap((word, at) =>
    [...words.slice(at + 1), ...drawn]
      .filter((other) => overlap(word, other))
      .map((other) => `${word.what} meets ${other.what}`),
  );
  return [...outside.map(({ what }) => `${what} leaves the picture`), ...covered];
}

const faultsOf = (chart: Measurement) =>
  LOCALES.flatMap((locale) =>
    ALL_WIDTHS.flatMap((width) => faults(layoutChart(chartWords(chart, locale), width, measure))),
  );

test('a label that leaves or meets another would be seen', () => {
  const layout = layoutChart(chartWords(chartWith(), 'fr'), 'narrow', measure);
  const [first] = layout.texts;
  if (!first) throw new Error('no words');
  expect(faults(layout)).toEqual([]);
  expect(faults({ ...layout, texts: [...layout.texts, first] })).not.toEqual([]);
  expect(faults({ ...layout, texts: [{ ...first, x: 250 }] })).not.toEqual([]);
});

test.each(MEASUREMENTS)('$id: no words meet or leave, in both languages and widths', (chart) => {
  expect(faultsOf(chart)).toEqual([]);
});

describe.each(MEASUREMENTS)('$id', (chart) => {
  test.each(ALL_WIDTHS)('draws each figure at its value, %s', (width) => {
    const words = chartWords(chart, 'en');
    const { marks, grid } = layoutChart(words, width, measure);
    const own = marks.slice(words.keys.length);
    const values = words.rows.flatMap((row) => row.marks.map(({ value }) => value));
    expect(own.length).toBe(values.length);
    // Between the first two ticks the axis covers a known distance; every mark must fit it.
    const [first = 0, second = 0] = grid;
    const [low, high] = words.scale === 'log' ? [decade(values), 10 * decade(values)] : [0, 0];
    for (const [at, value] of values.entries()) {
      if (words.scale !== 'log') continue;
      const expected =
        first + (Math.log10(value / low) / Math.log10(high / low)) * (second - first);
      // Both ticks are rounded to pixels.
      expect(Math.abs((own[at]?.x ?? 0) - expected)).toBeLessThan(4);
    }
    const byValue = values.map((value, at) => ({ value, x: own[at]?.x ?? 0 }));
    byValue.sort((a, b) => a.value - b.value);
    expect(byValue.map(({ x }) => x)).toEqual(byValue.map(({ x }) => x).toSorted((a, b) => a - b));
  });
});

const decade = (values: readonly number[]) => 10 ** Math.floor(Math.log10(Math.min(...values)));

const figure = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const label = fc
  .array(fc.stringMatching(/^[A-Za-zéÉœ’0-9]{1,12}$/), { minLength: 1, maxLength: 9 })
  .map((words) => ({ fr: words.join(' '), en: words.join(' ') }));
const plain: fc.Arbitrary<Partial<Point>> = fc.oneof(
  fc.record({ value: figure, reading: fc.constantFrom(...READINGS), label }),
  fc.record({
    range: fc.tuple(figure, figure).map(([a, b]): [number, number] => [Math.min(a, b), a + b]),
    label,
  }),
);
const compared: fc.Arbitrary<Partial<Point>> = fc.record({
  values: fc.record({ runc: figure, gvisor: figure }),
  label,
});
const series = ['runc', 'gvisor'].map((id) => ({ id, label: { fr: id, en: id } }));

test('no words meet or leave, whatever the figures and labels', () => {
  const charts = fc.oneof(
    fc.record({ points: fc.array(plain, { minLength: 1, maxLength: 6 }) }),
    fc.record({
      points: fc.array(compared, { minLength: 1, maxLength: 6 }),
      series: fc.constant(series),
    }),
  );
  const states = fc.tuple(charts, fc.constantFrom(...UNITS), fc.constantFrom(...SCALES));
  fc.assert(
    fc.property(states, ([{ points, ...rest }, unit, scale]) => {
      const chart = chartWith({ ...rest, unit, scale, points: points.map(pointWith) });
      expect(faultsOf(chart)).toEqual([]);
    }),
    { seed: 20_261_125, numRuns: 150 },
  );
});
