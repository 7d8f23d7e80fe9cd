import { arrange, isApart, type Column, type Pile } from './columns.ts';
import type { Box, Drawing, Plate } from './drawing.ts';
import type { Measure } from './measure.ts';
import { GAP, NICHE, PAD, STRIP, TITLE_GAP } from './metrics.ts';
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
  /** Within a utility machine: the edge is dashed. */
  readonly dashed: boolean;
}

export interface Layout {
  readonly width: number;
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
  const piles = arrange(drawing, width, measure);
  const words = setWords(piles, measure);

  /** A plate whose lower edge is `bottom`, as high as its words or up to `ceiling`. */
  const layPile = (pile: Pile, bottom: number, ceiling = Infinity): Laid => {
    const { plate, x, width: across, shelf } = pile;
    const own = words.outer(plate);
    const room = Math.min(bottom - own, ceiling);
    const rows = pile.rows.reduceRight<Laid>(
      (below, row) => {
        const gap = !shelf && row.some(isApart) ? GAP : 0;
        const laid = layRow(row, below.top - gap, shelf);
        return { shapes: [...laid.shapes, ...below.shapes], top: laid.top - (shelf ? STRIP : 0) };
      },
      { shapes: [], top: room },
    );
    const y = shelf ? rows.top : room;
    // Words stand in the middle of what the rows leave free.
    const first = (room + bottom - words.inner(plate)) / 2;
    const shape = {
      id: plate.id,
      kind: plate.kind,
      x,
      y,
      width: across,
      height: bottom - y,
      lines: words.lines(plate, x + across / 2, first),
      dashed: false,
    };
    return { shapes: [shape, ...rows.shapes], top: rows.top };
  };

  const layRow = (row: readonly Column[], bottom: number, shelf: boolean): Laid => {
    const niche = shelf && row.some(isApart) ? NICHE : 0;
    const framed = row.map((column) => layColumn(column, bottom, niche));
    const top = Math.min(...framed.map((laid) => laid.top));
    // A bare plate beside containers is as high as they are.
    const bare = row.some(({ frames }) => frames.length > 0) && !row.some(isApart) ? top : Infinity;
    const laid = row.map((column, index) =>
      column.frames.length > 0 ? framed[index] : layPile(column.pile, bottom, bare),
    );
    return { shapes: laid.flatMap((part) => part?.shapes ?? []), top };
  };

  const layColumn = ({ frames, pile, x, width: across }: Column, bottom: number, niche: number) =>
    frames.reduceRight<Laid>(
      (inside, box) => {
        const apart = isApart({ frames: [box] });
        const edge = apart ? niche : 0;
        const top = inside.top - words.outer(box) - edge;
        const lower = apart ? bottom : bottom - niche;
        const left = apart ? x : pile.x;
        const shape = {
          id: box.id,
          kind: box.kind,
          x: left,
          y: top,
          width: apart ? across : pile.width,
          height: lower - top,
          lines: words.lines(
            box,
            apart ? left + edge : left + PAD.x,
            inside.top - words.inner(box) - (apart ? TITLE_GAP : PAD.y / 2),
          ),
          dashed: false,
        };
        const within =
          box.kind === 'utility-vm'
            ? inside.shapes.map((part) => ({ ...part, dashed: true }))
            : inside.shapes;
        return { shapes: [shape, ...within], top };
      },
      layPile(pile, bottom - niche),
    );

  const laid = piles.map((pile) => layPile(pile, 0));
  const top = Math.min(0, ...laid.map((part) => part.top));
  const down = ({ y }: { y: number }) => Math.round(y - top);
  return {
    width,
    height: -top,
    shapes: laid.flatMap(({ shapes }) =>
      shapes.map((shape) => ({
        ...shape,
        y: down(shape),
        lines: shape.lines.map((line) => ({ ...line, x: Math.round(line.x), y: down(line) })),
      })),
    ),
  };
}
