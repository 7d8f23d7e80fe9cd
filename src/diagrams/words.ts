import type { Column } from './columns.ts';
import type { Box, Plate } from './drawing.ts';
import type { Measure } from './measure.ts';
import { LABEL, NOTE, PAD } from './metrics.ts';
import { wrap } from './wrap.ts';

/** One line of words; `x` is its middle in a plate, its start in a frame; `y` is its baseline. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly note: boolean;
}

type Named = Plate | Box;

/** The lines of every label, wrapped, and the height that each kind of plate or frame takes. */
export interface Words {
  /** The lines of `named`, the first of them beginning at `y`. */
  readonly lines: (named: Named, x: number, y: number) => readonly Line[];
  /** What the words of `named` take. */
  readonly inner: (named: Named) => number;
  /** What a plate of the kind takes, or the title of a frame; equal for all of the picture. */
  readonly outer: (named: Named) => number;
}

/** Those of equal rank are equally high: of one kind, and both in a frame or neither. */
const rank = (named: Named) => `${named.kind}${!named.in}`;

/** Wraps every label in the room that the columns leave it. */
export function setWords(rows: readonly (readonly Column[])[], measure: Measure): Words {
  const wrapped = new Map<string, readonly Omit<Line, 'x' | 'y'>[]>();
  const heights = new Map<string, number>();
  const of = ({ id }: Named) => wrapped.get(id) ?? [];
  const metrics = ({ note }: Pick<Line, 'note'>) => (note ? NOTE : LABEL);
  const inner = (named: Named) => of(named).reduce((sum, line) => sum + metrics(line).line, 0);
  const outer = (named: Named) => heights.get(rank(named)) ?? 0;

  const set = (named: Named, room: number, pad: number) => {
    const lines = (text: string, note: boolean) =>
      wrap(text, metrics({ note }).size, room, measure).map((line) => ({ text: line, note }));
    wrapped.set(named.id, [...lines(named.label, false), ...lines(named.note, true)]);
    const height = inner(named) + pad;
    heights.set(rank(named), Math.max(outer(named), height));
  };
  const walk = (columns: readonly (readonly Column[])[]): void => {
    for (const { frames, pile } of columns.flat()) {
      frames.forEach((box) => set(box, pile.width - 2 * PAD.x, PAD.y));
      set(pile.plate, pile.width - 2 * PAD.x, 2 * PAD.y);
      walk(pile.rows);
    }
  };
  walk(rows);

  return {
    inner,
    outer,
    lines: (named, x, y) => {
      let top = Math.round(y);
      return of(named).map((line) => {
        const { line: height, baseline } = metrics(line);
        top += height;
        return { ...line, x: Math.round(x), y: top - height + baseline };
      });
    },
  };
}
