import { expect, test } from 'vitest';
import {
  namedQuantities,
  quantities,
  quantity,
  ratio,
  tickLabel,
} from '../../../../src/diagrams/charts/units.ts';

/** No-break spaces written as `~`, the narrow one as `_`, the sign that joins as `+`. */
const shown = (text: string) =>
  text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_').replaceAll('\u2060', '+');

test.each([
  [2.3, 'ms', '2,3~ms', '2.3~ms'],
  [1193.1, 'ms', '1_193~ms', '1,193~ms'],
  [38_219, 'ns', '38_219~ns', '38,219~ns'],
  [23.7, 'MB', '23,7~Mo', '23.7~MB'],
  [5, 'MiB', '5~Mio', '5~MiB'],
  [95, 'percent', '95~%', '95%'],
  [2.04, 'ratio', '×~2,04', '×2.04'],
  [30_312.21, 'requests-per-second', '30_312~requêtes/s', '30,312~requests/s'],
] as const)('%d %s is « %s » and “%s”', (value, unit, fr, en) => {
  expect(shown(quantity(value, unit, 'fr'))).toBe(fr);
  expect(shown(quantity(value, unit, 'en'))).toBe(en);
});

test.each([
  [1, 'ms', '1~ms', '1~ms'],
  [1000, 'ms', '1~s', '1~s'],
  [10_000, 'ns', '10~µs', '10~µs'],
  [100, 'ns', '100~ns', '100~ns'],
  [1e12, 'ns', '1_000~s', '1,000~s'],
  [1000, 'MB', '1~Go', '1~GB'],
  [1000, 'MiB', '1_000~Mio', '1,000~MiB'],
  [0, 'percent', '0~%', '0%'],
  [2, 'ratio', '2', '2'],
  [10_000, 'requests-per-second', '10_000', '10,000'],
] as const)('at a tick, %d %s is « %s » and “%s”', (value, unit, fr, en) => {
  expect(shown(tickLabel(value, unit, 'fr'))).toBe(fr);
  expect(shown(tickLabel(value, unit, 'en'))).toBe(en);
});

test('ranges, compared figures and ratios have their unit once, or none', () => {
  expect(shown(quantities([8, 10], 'ms', 'fr'))).toBe('8–+10~ms');
  const pair = [
    ['runc', 4.09],
    ['gVisor', 23.7],
  ] as const;
  expect(shown(namedQuantities(pair, 'MB', 'fr'))).toBe('runc~4,09 · gVisor~23,7~Mo');
  expect(ratio(23.7 / 4.09, 'fr')).toBe('5,8');
  expect(ratio(38_219 / 1939, 'en')).toBe('20');
});
