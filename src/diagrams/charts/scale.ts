/** How an axis runs: by equal differences, or by equal ratios. */
export const SCALES = ['linear', 'log'] as const;

export type ScaleKind = (typeof SCALES)[number];

/** From a value to its place between 0 and 1, and the values that an axis marks. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly place: (value: number) => number;
  /** Powers of ten, or round steps: those that may carry a label. */
  readonly major: readonly number[];
  /** What lies between them on a log scale, so that one sees how it runs. */
  readonly minor: readonly number[];
}

/** Steps of an axis within each power of ten. */
const ROUND = [1, 2, 5, 10] as const;

/** How many steps a linear axis has at most. */
const STEPS = 4;

// `10 ** -3` is not the number that is written 0.001; the text is.
const power = (exponent: number): number => Number(`1e${exponent}`);
const exponentOf = (value: number): number => Number(value.toExponential().split('e')[1]);

/** The least round number (1, 2 or 5 of a power of ten) that is no less than `value`. */
function roundUp(value: number): number {
  const decade = power(exponentOf(value));
  return Number(((ROUND.find((step) => step * decade >= value) ?? 10) * decade).toPrecision(1));
}

/** The scale that holds all of `values`, which are above 0. A log scale spans a decade at least. */
export function scaleOf(kind: ScaleKind, values: readonly number[]): Scale {
  return kind === 'log'
    ? logScale(Math.min(...values), Math.max(...values))
    : linearScale(Math.max(...values));
}

function logScale(least: number, most: number): Scale {
  const first = exponentOf(least);
  const low = power(first);
  const high = Math.max(roundUp(most), power(first + 1));
  const decades = Array.from({ length: exponentOf(high) - first + 1 }, (_, at) => first + at);
  return {
    low,
    high,
    place: (value) => Math.log(value / low) / Math.log(high / low),
    major: decades.map(power),
    minor: decades
      .flatMap((exponent) => [2, 3, 4, 5, 6, 7, 8, 9].map((step) => Number(`${step}e${exponent}`)))
      .filter((value) => value <= high),
  };
}

function linearScale(most: number): Scale {
  const step = roundUp(most / STEPS);
  const count = Math.ceil(Number((most / step).toPrecision(12)));
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
  const high = ticks.at(-1) ?? most;
  return {
    low: 0,
    high,
    place: (value) => value / high,
    major: ticks,
    minor: [],
  };
}
