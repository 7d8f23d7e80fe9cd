/**
 * How a figure is to be read, and so how it is drawn: `measured` by its authors; promised
 * (`at-most`, `more-than`); the best that was seen (`at-best`); a rounded figure (`about`); one that
 * somebody `stated` and nobody measured; or what others are compared with (`reference`).
 */
export const READINGS = [
  'measured',
  'at-most',
  'more-than',
  'at-best',
  'about',
  'stated',
  'reference',
] as const;

export type Reading = (typeof READINGS)[number];

/** The side on which the true value may lie, drawn as an arrow; 0 where the figure is the value. */
export const SIDES = {
  measured: 0,
  'at-most': -1,
  'more-than': 1,
  'at-best': 1,
  about: 0,
  stated: 0,
  reference: 0,
} as const satisfies Readonly<Record<Reading, -1 | 0 | 1>>;
