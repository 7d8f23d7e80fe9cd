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

/** Machines and hosts isolate: they stand apart. Whatever else rests on a plate touches it. */
export const standApart = (row: readonly Pick<Rider, 'frames'>[]): boolean =>
  row.some(({ frames }) => frames.some(({ kind }) => /machine|vm|host/.test(kind)));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Gives each plate of `drawing` its place from left to right in a picture of that width. Answers
 * the rows of what stands on the ground: side by side where all fit, else one above the other.
 */
export function arrange(
  drawing: Drawing,
  width: number,
  measure: Measure,
): readonly (readonly Column[])[] {
  const framesOf = (id: string | null): readonly Box[] =>
    drawing.boxes.filter((box) => box.id === id).flatMap((box) => [...framesOf(box.in), box]);

  const ridersOf = (carrier: Plate | undefined): Row => {
    const around = framesOf(carrier?.in ?? null);
    return drawing.plates
      .filter(({ on }) => on === (carrier?.id ?? null))
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
  const rowsOf = (carrier: Plate | undefined, room: number, inShelf: boolean): Rows => {
    const riders = ridersOf(carrier);
    const apart = standApart(riders);
    // What stands on the ground shares nothing.
    const gap = apart || !carrier ? GAP : 0;
    // Whole stacks stand side by side even where that makes racks of their machines.
    const share = carrier ? room : room / riders.length - gap;
    const least = sum(riders.map((rider) => need(rider, share, false) + gap)) - gap;
    // Edges are whole pixels: a room may have lost one to its neighbor.
    if (least <= room + 1 && !(inShelf && apart)) {
      return { rows: riders.length > 0 ? [riders] : [], least, gap, niche: 0, inset: 0 };
    }
    // The ground itself shows nothing around its rows.
    const strip = carrier ? STRIP : 0;
    const between = carrier ? (apart ? STRIP : 0) : GAP;
    const niche = carrier && apart ? NICHE : 0;
    const inside = room - 2 * strip + between;
    const cell =
      Math.max(...riders.map((rider) => need(rider, inside - between - 2 * niche, true))) +
      2 * niche +
      between;
    const rows = Math.ceil(riders.length / Math.max(1, Math.floor(inside / cell)));
    const cells = Math.ceil(riders.length / rows);
    return {
      rows: Array.from({ length: rows }, (_, row) => riders.slice(row * cells, (row + 1) * cells)),
      least: cells * cell - between + 2 * strip,
      gap: between,
      niche,
      inset: strip,
    };
  };

  const place = (
    { rows, gap, niche, inset }: Rows,
    x: number,
    room: number,
    even: boolean,
  ): readonly (readonly Column[])[] => {
    const cells = rows[0]?.length ?? 0;
    const free = room - 2 * inset - gap * (cells - 1);
    return rows.map((row) => {
      const needs = row.map((rider) => need(rider, free, even));
      const widths = needs.map((own) => free * (even ? 1 / cells : own / sum(needs)));
      return row.map((rider, index) => {
        const from = x + inset + sum(widths.slice(0, index)) + gap * index;
        const left = Math.round(from);
        const width = Math.round(from + (widths[index] ?? 0)) - left;
        return {
          frames: rider.frames,
          x: left,
          width,
          pile: pile(rider.plate, left + niche, width - 2 * niche, even),
        };
      });
    });
  };

  const pile = (plate: Plate, x: number, room: number, inShelf: boolean): Pile => {
    const rows = rowsOf(plate, room, inShelf);
    const shelf = rows.inset > 0;
    return { plate, x, width: room, rows: place(rows, x, room, shelf), shelf };
  };

  return place(rowsOf(undefined, width, false), 0, width, false);
}
