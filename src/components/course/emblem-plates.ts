import type { Depth } from './lesson-card.ts';

/** `[layer, row from the ground, x, width]`; a `dashed` plate belongs to a utility machine. */
type Plate = readonly [layer: Depth, row: number, x: number, width: number, dashed?: 'dashed'];

interface Emblem {
  /** Rows from this one up stand apart from the ground: a gap is isolation. */
  readonly gapBelow?: number;
  readonly plates: readonly Plate[];
}

/** A plate as it is drawn. */
export interface EmblemPlate {
  readonly layer: Depth;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly dashed: boolean;
}

export const EMBLEM_WIDTH = 186;
export const EMBLEM_HEIGHT = 100;
/** Neighbors overlap by the line that they share. */
export const PLATE_HEIGHT = 20;
const LINE = 2;
const GAP = 8;

const tower = (x: number, width: number, from: number, layers: readonly Depth[]): Plate[] =>
  layers.map((layer, index) => [layer, from + index, x, width]);

const machine = ['kernel', 'process', 'application'] as const;
const container = ['process', 'application'] as const;

/** What each lesson is about, in its plainest section. A lesson without one shows the ground only. */
const EMBLEMS: Readonly<Record<string, Emblem>> = {
  virtualization: {
    gapBelow: 2,
    plates: [
      ...tower(0, 186, 0, ['hardware', 'hypervisor']),
      ...[0, 65, 130].flatMap((x) => tower(x, 56, 2, machine)),
    ],
  },
  containerization: {
    plates: [
      ...tower(0, 186, 0, ['hardware', 'kernel']),
      ...[0, 62, 124].flatMap((x) => tower(x, 62, 2, container)),
    ],
  },
  hybrid: {
    gapBelow: 2,
    plates: [
      ...tower(0, 186, 0, ['hardware', 'hypervisor']),
      ...tower(0, 120, 2, ['kernel']),
      ...[0, 60].flatMap((x) => tower(x, 60, 3, container)),
      ...tower(130, 56, 2, machine).map(([a, b, c, d]): Plate => [a, b, c, d, 'dashed']),
    ],
  },
};

const GROUND: Emblem = { plates: tower(0, 186, 0, ['hardware']) };

/** The plates of a lesson's emblem, lowest first. */
export function emblemPlates(tutorial: string): readonly EmblemPlate[] {
  const { gapBelow = Infinity, plates } = EMBLEMS[tutorial] ?? GROUND;
  return plates.map(([layer, row, x, width, dashed]) => ({
    layer,
    // Neighbors share a line sideways too, but for the outer edge of the drawing.
    x: x + LINE / 2,
    y:
      EMBLEM_HEIGHT -
      PLATE_HEIGHT +
      LINE / 2 -
      row * (PLATE_HEIGHT - LINE) -
      (row >= gapBelow ? GAP : 0),
    width: width - (x + width >= EMBLEM_WIDTH ? LINE : 0) + 0,
    dashed: dashed === 'dashed',
  }));
}
