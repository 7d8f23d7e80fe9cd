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
interface Rider {
  readonly plate: Plate;
  readonly frames: readonly Box[];
}

interface Rows {
  readonly rows: readonly (readonly Rider[])[];
  readonly shelf: boolean;
  /** Cells in each row of a grid; 0 where each row shares its width as it needs. */
  readonly cells: number;
}

/** Machines isolate: they stand apart. Whatever else rests on a plate touches it. */
export const isApart = ({ frames }: Pick<Rider, 'frames'>): boolean =>
  frames.some(({ kind }) => kind === 'machine' || kind === 'utility-vm');

/** Widths that come from text are rounded up to this: the last digit of a font does not matter. */
const GRID = 4;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Gives each plate of `drawing` its place from left to right in a picture of that width. */
export function arrange(drawing: Drawing, width: number, measure: Measure): readonly Pile[] {
  const framesOf = (id: string | null): readonly Box[] =>
    drawing.boxes.filter((box) => box.id === id).flatMap((box) => [...framesOf(box.in), box]);

  const ridersOf = (carrier: Plate): readonly Rider[] => {
    const around = framesOf(carrier.in);
    return drawing.plates
      .filter(({ on }) => on === carrier.id)
      .map((plate) => ({
        plate,
        frames: framesOf(plate.in).filter((box) => !around.includes(box)),
      }));
  };

  const isSimple = ({ plate }: Rider): boolean => {
    const riders = ridersOf(plate);
    return riders.length < 2 && riders.every(isSimple);
  };

  const textWidth = ({ label, note }: Pick<Box, 'label' | 'note'>, of: typeof wordWidth) => {
    const widest = Math.max(of(label, LABEL.size, measure), of(note, NOTE.size, measure));
    return Math.ceil((widest + 2 * PAD.x) / GRID) * GRID;
  };

  /** The least width at which the rider and all above it keep their words whole. */
  const need = ({ plate, frames }: Rider, room: number, inShelf = false): number => {
    const { rows, shelf } = rowsOf(plate, room, inShelf);
    return Math.max(
      ...[plate, ...frames].map((named) => textWidth(named, wordWidth)),
      ...rows.map((row) => rowNeed(row, room, shelf) + (shelf ? 2 * STRIP : 0)),
    );
  };

  const rowNeed = (row: readonly Rider[], room: number, shelf: boolean): number => {
    const niche = shelf && row.some(isApart) ? 2 * NICHE : 0;
    return sum(row.map((rider) => need(rider, room - niche, shelf) + niche)) + gaps(row, shelf);
  };

  const gaps = (row: readonly Rider[], shelf: boolean, cells = row.length) =>
    row.some(isApart) ? (cells - 1) * (shelf ? STRIP : GAP) : 0;

  /**
   * One row where all riders fit; else as few as do, equals in a grid. On a shelf, machines want
   * a rack of their own: the gap around them must be a gap, not the shelf.
   */
  const rowsOf = (carrier: Plate, room: number, inShelf: boolean): Rows => {
    const riders = ridersOf(carrier);
    const bare = !(inShelf && riders.some(isApart));
    if (bare && (riders.length < 2 || rowNeed(riders, room, false) <= room)) {
      return { rows: riders.length > 0 ? [riders] : [], shelf: false, cells: 0 };
    }
    const rows = riders.reduce<Rider[][]>((done, rider) => {
      const longer = [...(done.at(-1) ?? []), rider];
      const fits = rowNeed(longer, room - 2 * STRIP, true) <= room - 2 * STRIP;
      return fits ? [...done.slice(0, -1), longer] : [...done, [rider]];
    }, []);
    if (!riders.every(isSimple)) return { rows, shelf: true, cells: 0 };
    const cells = Math.ceil(riders.length / rows.length);
    return {
      rows: rows.map((_, index) => riders.slice(index * cells, (index + 1) * cells)),
      shelf: true,
      cells,
    };
  };

  const pile = (plate: Plate, x: number, room: number, inShelf = false): Pile => {
    const { rows, shelf, cells } = rowsOf(plate, room, inShelf);
    const inset = shelf ? STRIP : 0;
    const place = (row: readonly Rider[]) => {
      // What stands in frames keeps to the grid; bare plates by themselves fill their row.
      const grid = row.some(({ frames }) => frames.length > 0) ? cells : 0;
      const free = room - 2 * inset - gaps(row, shelf, grid || row.length);
      const widths = grid > 0 ? row.map(() => free / grid) : shares(row, free);
      return columns(row, widths, x + inset, shelf);
    };
    return { plate, x, width: room, rows: rows.map(place), shelf };
  };

  /** In proportion to what each needs; a bare plate beside others takes one line at most. */
  const shares = (row: readonly Rider[], free: number): readonly number[] => {
    const needs = row.map((rider) => need(rider, free));
    const isBare = ({ plate, frames }: Rider) =>
      frames.length === 0 && ridersOf(plate).length === 0;
    const most = row.map((rider) =>
      isBare(rider) && !row.every(isBare)
        ? textWidth(rider.plate, (text, size) => measure(text, size))
        : Infinity,
    );
    const kept = needs.map((own, index) =>
      (own * free) / sum(needs) > (most[index] ?? 0) ? (most[index] ?? 0) : 0,
    );
    const others = sum(needs.filter((_, index) => kept[index] === 0));
    return needs.map((own, index) => kept[index] || (own * (free - sum(kept))) / others);
  };

  const columns = (
    row: readonly Rider[],
    widths: readonly number[],
    from: number,
    shelf: boolean,
  ): readonly Column[] => {
    const niche = shelf && row.some(isApart) ? NICHE : 0;
    return row.map(({ plate, frames }, index) => {
      const before = sum(widths.slice(0, index)) + gaps(row, shelf, index + 1);
      const x = Math.round(from + before);
      const width = Math.round(from + before + (widths[index] ?? 0)) - x;
      return { frames, x, width, pile: pile(plate, x + niche, width - 2 * niche, shelf) };
    });
  };

  return drawing.plates.filter(({ on }) => on === null).map((plate) => pile(plate, 0, width));
}
