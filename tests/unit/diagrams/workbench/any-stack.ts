import * as fc from 'fast-check';
import {
  add,
  additions,
  nest,
  remove,
  rename,
  unwrap,
  type Edited,
} from '../../../../src/diagrams/workbench/edit.ts';
import { walk, type Piece } from '../../../../src/diagrams/workbench/piece.ts';
import { PIECE_KINDS } from '../../../../src/diagrams/workbench/pieces.ts';

/** Hardware and nothing on it. */
export const EMPTY: Piece = { id: 'hardware-1', kind: 'hardware', name: '', holds: [] };

const kind = fc.constantFrom(...PIECE_KINDS);
/** What a reader might type: mostly names that can be, some that cannot. */
const name = fc.oneof(
  fc.stringMatching(/^[a-zA-Zé0-9 .,:/()+=!?'’&@%_-]{0,20}$/),
  fc.string({ maxLength: 45, unit: 'grapheme' }),
);

type Edit = (ground: Piece, id: string) => Edited;

/** One of what is offered: random kinds are mostly refused. */
const offered = fc.nat().map((pick): Edit => (ground, id) => {
  const kinds = additions(ground, id);
  return add(ground, id, kinds[pick % kinds.length] ?? 'hardware');
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 12, arbitrary: offered },
  {
    weight: 6,
    arbitrary: kind.map(
      (each): Edit =>
        (ground, id) =>
          add(ground, id, each),
    ),
  },
  {
    weight: 1,
    arbitrary: kind.map(
      (each): Edit =>
        (ground, id) =>
          nest(ground, id, each),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Edit>(unwrap) },
  { weight: 1, arbitrary: fc.constant<Edit>(remove) },
  {
    weight: 2,
    arbitrary: name.map(
      (each): Edit =>
        (ground, id) =>
          rename(ground, id, each),
    ),
  },
);

export interface Step {
  readonly before: Piece;
  readonly edited: Edited;
}

/** Edits of random pieces, one after the other, from the empty bench on. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.tuple(edit, fc.nat()), { maxLength: 60, size: 'max' })
  .map((edits) => {
    const steps: Step[] = [];
    let before = EMPTY;
    for (const [change, pick] of edits) {
      const places = walk(before);
      const edited = change(before, places[pick % places.length]?.piece.id ?? '');
      steps.push({ before, edited });
      if ('ground' in edited) before = edited.ground;
    }
    return steps;
  });

/** What such edits lead to. */
export const anyStack: fc.Arbitrary<Piece> = anySteps.map((steps) =>
  steps.reduce((ground, { edited }) => ('ground' in edited ? edited.ground : ground), EMPTY),
);
