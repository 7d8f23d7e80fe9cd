import { arrange, standApart, type Column, type Pile } from './columns.ts';
import type { Box, Drawing, Plate } from './drawing.ts';
import type { Measure } from './measure.ts';
import { GAP, NICHE, PAD, STRIP } from './metrics.ts';
import { setWords, type Line } from './words.ts';

/** A rectangle of the picture with its words. */
export interface Shape {
  readonly id: string;
  readonly kind: Plate['kind'] | Box['kind'];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly frame: boolean;
  /** Within a utility machine: the edge is dashed. */
  readonly dashed: boolean;
}

export interface Layout {
  readonly width: number;
  /** The ground is at 0 and all `y` are negative: what stands stays when more comes on top. */
  readonly height: number;
  /** In the order of painting: what carries lies under what it carries. */
  readonly shapes: readonly Shape[];
}

/** Shapes laid so far, and where the next may stand. */
interface Laid {
  readonly shapes: readonly Shape[];
  readonly top: number;
}

/**
 * Lays a drawing out as a stack, from the ground up, in a picture of the given width. A gap
 * between plates is isolation; plates that touch share what carries them. What does not fit in
 * one row stands in rows on its carrier, which then shows around them: a rack, a shelf.
 */
export function layoutStack(drawing: Drawing, width: number, measure: Measure): Layout {
  const ground = arrange(drawing, width, measure);
  const words = setWords(ground, measure);

  const shape = (
    named: Plate | Box,
    { x, width: across }: Pick<Shape, 'x' | 'width'>,
    y: number,
    bottom: number,
    lines: readonly Line[],
    frame: boolean,
  ): Shape => ({
    id: named.id,
    kind: named.kind,
    x,
    y,
    width: across,
    height: bottom - y,
    lines,
    frame,
    dashed: false,
  });

  /** A plate whose lower edge is `bottom`, as high as its words or up to `ceiling`. */
  const layPile = (pile: Pile, bottom: number, ceiling = Infinity): Laid => {
    const { plate, shelf } = pile;
    const room = Math.min(bottom - words.outer(plate), ceiling);
    const rows = pile.rows.reduceRight<Laid>(
      (below, row) => {
        const gap = standApart(row) && !shelf ? GAP : 0;
        const laid = layRow(row, below.top - gap, shelf);
        return { shapes: [...laid.shapes, ...below.shapes], top: laid.top - (shelf ? STRIP : 0) };
      },
      { shapes: [], top: room },
    );
    // Words stand in the middle of what the rows leave free.
    const first = (room + bottom - words.inner(plate)) / 2;
    const lines = words.lines(plate, pile.x + pile.width / 2, first);
    const own = shape(plate, pile, shelf ? rows.top : room, bottom, lines, false);
    return { shapes: [own, ...rows.shapes], top: rows.top };
  };

  const layRow = (row: readonly Column[], bottom: number, shelf: boolean): Laid => {
    const apart = standApart(row);
    const niche = shelf && apart ? NICHE : 0;
    const laid = row.map((column) => layColumn(column, bottom, niche, apart));
    const top = Math.min(...laid.map((part) => part.top));
    // A bare plate beside containers is as high as they are.
    const beside = row.some(({ frames }) => frames.length > 0);
    return {
      shapes: row.flatMap(({ frames, pile }, index) =>
        beside && frames.length === 0
          ? layPile(pile, bottom, top).shapes
          : (laid[index]?.shapes ?? []),
      ),
      top,
    };
  };

  const layColumn = (column: Column, bottom: number, niche: number, apart: boolean): Laid =>
    column.frames.reduceRight<Laid>(
      (inside, box) => {
        const top = inside.top - words.outer(box) - niche;
        const lines = words.lines(
          box,
          column.x + niche + (apart && !box.kind.startsWith('c') ? 0 : PAD.x),
          inside.top - words.inner(box) - PAD.y / 2,
        );
        const dashed = box.kind === 'utility-vm';
        return {
          shapes: [
            shape(box, column, top, bottom, lines, true),
            ...inside.shapes.map((part) => (dashed ? { ...part, dashed } : part)),
          ],
          top,
        };
      },
      layPile(column.pile, bottom - niche),
    );

  const laid = ground.reduceRight<Laid>(
    (below, row) => {
      const { shapes, top } = layRow(row, below.top && below.top - GAP, false);
      return { shapes: [...shapes, ...below.shapes], top };
    },
    { shapes: [], top: 0 },
  );
  return { width, height: -laid.top, shapes: laid.shapes };
}
