import type { Box, Drawing, Plate } from './drawing.ts';
import type { Measure } from './measure.ts';
import { GAP, LABEL, NICHE, NOTE, PAD, STRIP } from './metrics.ts';
import { wordWidth } from './wrap.ts';

/** A plate, and the rows of columns that it carries. */
export interface Pile {
  readonly plate: Plate;
  readonly x: number;
  readonly width: number;
  /** The top row first. */
  readonly rows: readonly (readonly Column[])[];
  /** The plate shows around and between its rows: a rack of machines, a shelf of containers. */
  readonly shelf: boolean;
}

/** One rider of a plate, in the frames that begin with it, the outermost first. */
export interface Column {
  readonly frames: readonly Box[];
  readonly pile: Pile;
  readonly x: number;
  readonly width: number;
}

/** A column before it has a place. */
type Rider = Pick<Column, 'frames'> & Pick<Pile, 'plate'>;

type Row = readonly Rider[];

interface Rows {
  readonly rows: readonly Row[];
  /** The least width of them all, with what shows around them. */
  readonly least: number;
  readonly gap: number;
  readonly niche: number;
  /** What the plate shows of itself around the rows; 0 where they stand on it. */
  readonly inset: number;
}

/** Machines isolate: they stand apart. Whatever else rests on a plate touches it. */
export const standApart = (row: readonly Pick<Rider, 'frames'>[]): boolean =>
  row.some(({ frames }) => /machine|vm/.test(`${frames[0]?.kind ?? ''}`));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Gives each plate of `drawing` its place from left to right in a picture of that width. */
export function arrange(drawing: Drawing, width: number, measure: Measure): readonly Pile[] {
  const framesOf = (id: string | null): readonly Box[] =>
    drawing.boxes.filter((box) => box.id === id).flatMap((box) => [...framesOf(box.in), box]);

  const ridersOf = (carrier: Plate): Row => {
    const around = framesOf(carrier.in);
    return drawing.plates
      .filter(({ on }) => on === carrier.id)
      .map((plate) => ({
        plate,
        frames: framesOf(plate.in).filter((box) => !around.includes(box)),
      }));
  };

  /** The least width at which the rider and all above it keep their words whole. */
  const need = ({ plate, frames }: Rider, room: number, inShelf: boolean): number => {
    const words = [plate, ...frames].flatMap(({ label, note }) => [
      wordWidth(label, LABEL.size, measure),
      wordWidth(note, NOTE.size, measure),
    ]);
    return Math.max(Math.max(...words) + 2 * PAD.x, rowsOf(plate, room, inShelf).least);
  };

  /**
   * One row where all riders fit; else a grid of as few rows as can be, as even as can be. On a
   * shelf, machines want a rack of their own: the gap around them must be a gap, not the shelf.
   */
  const rowsOf = (carrier: Plate, room: number, inShelf: boolean): Rows => {
    const riders = ridersOf(carrier);
    const apart = standApart(riders);
    const gap = apart ? GAP : 0;
    const least = sum(riders.map((rider) => need(rider, room, false) + gap)) - gap;
    if (least <= room && !(inShelf && apart)) {
      return { rows: riders.length > 0 ? [riders] : [], least, gap, niche: 0, inset: 0 };
    }
    const between = apart ? STRIP : 0;
    const niche = apart ? NICHE : 0;
    const inside = room - 2 * STRIP + between;
    const cell =
      Math.max(...riders.map((rider) => need(rider, inside - between - 2 * niche, true))) +
      2 * niche +
      between;
    const rows = Math.ceil(riders.length / Math.max(1, Math.floor(inside / cell)));
    const cells = Math.ceil(riders.length / rows);
    return {
      rows: Array.from({ length: rows }, (_, row) => riders.slice(row * cells, (row + 1) * cells)),
      least: cells * cell - between + 2 * STRIP,
      gap: between,
      niche,
      inset: STRIP,
    };
  };

  const pile = (plate: Plate, x: number, room: number, inShelf: boolean): Pile => {
    const { rows, gap, niche, inset } = rowsOf(plate, room, inShelf);
    const shelf = inset > 0;
    const cells = rows[0]?.length ?? 0;
    const free = room - 2 * inset - gap * (cells - 1);
    const place = (row: Row): readonly Column[] => {
      const needs = row.map((rider) => need(rider, free, shelf));
      const widths = needs.map((own) => free * (shelf ? 1 / cells : own / sum(needs)));
      return row.map((rider, index) => {
        const from = x + inset + sum(widths.slice(0, index)) + gap * index;
        const left = Math.round(from);
        const width = Math.round(from + (widths[index] ?? 0)) - left;
        return {
          frames: rider.frames,
          x: left,
          width,
          pile: pile(rider.plate, left + niche, width - 2 * niche, shelf),
        };
      });
    };
    return { plate, x, width: room, rows: rows.map(place), shelf };
  };

  return drawing.plates
    .filter(({ on }) => on === null)
    .map((plate) => pile(plate, 0, width, false));
}
