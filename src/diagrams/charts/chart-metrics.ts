/** The sizes of charts, in pixels; those of words are in `../metrics.ts`. */

/** Half of a mark, its stroke included. */
export const RADIUS = 8;

/** From the middle of a ring to the tip of its arrow. */
export const ARROW = 27;

/** How thick lines are. */
export const STROKE = 2;

/** Between a mark and its figures, and between two labels of an axis. */
export const SPACE = 8;

/** Between two rows. */
export const ROW_GAP = 14;

/** What labels take of a wide chart, and where its plot begins. */
export const LABELS = { wide: 268, narrow: 0 } as const;

/** The room of the marks of a row, where they stand below its label. */
export const TRACK = 24;

/** From the axis down: small ticks, ticks, the baseline of their labels. */
export const TICKS = { minor: 4, major: 7, baseline: 21 } as const;
