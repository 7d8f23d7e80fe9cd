import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCALES, scaleOf } from '../../../../src/diagrams/charts/scale.ts';

const figures = fc.array(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), {
  minLength: 1,
  maxLength: 12,
});

test.each([
  ['log', [1, 1193.1], 1, 2000, [1, 10, 100, 1000]],
  ['log', [763, 38_219], 100, 50_000, [100, 1000, 10_000]],
  ['log', [60], 10, 100, [10, 100]],
  ['log', [100], 100, 1000, [100, 1000]],
  ['log', [0.001, 0.3], 0.001, 0.5, [0.001, 0.01, 0.1]],
  ['linear', [1, 2.04, 2.69], 0, 3, [0, 1, 2, 3]],
  ['linear', [15_325.67, 30_312.21], 0, 40_000, [0, 10_000, 20_000, 30_000, 40_000]],
  ['linear', [95], 0, 100, [0, 50, 100]],
  ['linear', [0.3], 0, 0.3, [0, 0.1, 0.2, 0.3]],
] as const)('a %s scale of %j runs from %d to %d', (kind, values, low, high, major) => {
  const scale = scaleOf(kind, values);
  expect([scale.low, scale.high]).toEqual([low, high]);
  expect(scale.major).toEqual(major);
});

test('between two powers of ten, a log scale marks the eight steps', () => {
  expect(scaleOf('log', [1, 20]).minor).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 20]);
});

describe.each(SCALES)('every %s scale', (kind) => {
  test('holds all its values and ticks, and keeps their order', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const { place, major, minor } = scaleOf(kind, values);
        const sorted = [...values, ...major, ...minor].toSorted((a, b) => a - b).map(place);
        expect(Math.min(...sorted)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(...sorted)).toBeLessThanOrEqual(1 + 1e-9);
        for (const [at, next] of sorted.slice(1).entries())
          expect(next).toBeGreaterThanOrEqual((sorted[at] ?? 0) - 1e-12);
      }),
    );
  });

  test('has ticks at equal distances', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const { place, major } = scaleOf(kind, values);
        const gaps = major.slice(1).map((value, at) => place(value) - place(major[at] ?? 0));
        expect(major.length).toBeGreaterThan(1);
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 9);
      }),
    );
  });
});
