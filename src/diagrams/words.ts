import type { Column, Pile } from './columns.ts';
import type { Box, Plate } from './drawing.ts';
import type { Measure } from './measure.ts';
import { LABEL, NOTE, PAD, TITLE_GAP } from './metrics.ts';
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

/** Room around the words: a plate's, a container's title, and the title of a machine. */
const around = ({ kind }: Named) =>
  kind === 'machine' || kind === 'utility-vm'
    ? TITLE_GAP
    : kind === 'container'
      ? PAD.y
      : 2 * PAD.y;

/** Those of equal rank are equally high: of one kind, and both in a frame or neither. */
const rank = (named: Named) => `${named.kind} ${named.in !== null}`;

function* roomsOf({ plate, width, rows }: Pile): Generator<readonly [Named, number]> {
  yield [plate, width - 2 * PAD.x];
  for (const column of rows.flat()) yield* roomsOfColumn(column);
}

function* roomsOfColumn({ frames, pile }: Column): Generator<readonly [Named, number]> {
  for (const box of frames) yield [box, pile.width - 2 * PAD.x];
  yield* roomsOf(pile);
}

/** Wraps every label in the room that `piles` leave it. */
export function setWords(piles: readonly Pile[], measure: Measure): Words {
  const wrapped = new Map<string, { label: readonly string[]; note: readonly string[] }>();
  const heights = new Map<string, number>();
  const of = (named: Named) => wrapped.get(named.id) ?? { label: [], note: [] };
  const inner = (named: Named) =>
    of(named).label.length * LABEL.line + of(named).note.length * NOTE.line;

  for (const [named, room] of piles.flatMap((pile) => [...roomsOf(pile)])) {
    wrapped.set(named.id, {
      label: wrap(named.label, LABEL.size, room, measure),
      note: wrap(named.note, NOTE.size, room, measure),
    });
    const height = inner(named) + around(named);
    heights.set(rank(named), Math.max(heights.get(rank(named)) ?? 0, height));
  }

  return {
    inner,
    outer: (named) => heights.get(rank(named)) ?? 0,
    lines: (named, x, y) => {
      const { label, note } = of(named);
      const after = y + label.length * LABEL.line;
      return [
        ...label.map((text, index) => ({
          text,
          x,
          y: y + index * LABEL.line + LABEL.baseline,
          note: false,
        })),
        ...note.map((text, index) => ({
          text,
          x,
          y: after + index * NOTE.line + NOTE.baseline,
          note: true,
        })),
      ];
    },
  };
}
