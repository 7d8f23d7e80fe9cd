/** The sizes of pictures, in pixels at scale 1; a picture may grow with its column, never shrink. */
export const WIDTHS = { wide: 648, narrow: 288 } as const;

export type Width = keyof typeof WIDTHS;

export const LABEL = { size: 15, line: 20, baseline: 15 } as const;
export const NOTE = { size: 13, line: 17, baseline: 13 } as const;

/** Around the label of a plate; a frame's title has half of it above and below. */
export const PAD = { x: 6, y: 10 } as const;

/** Between machines, and between a machine and what carries it: isolation. */
export const GAP = 12;

/** What a carrier shows of itself around the rows of a rack or a shelf. */
export const STRIP = 8;

/** Around the plates of a machine that stands in a rack. */
export const NICHE = 8;
