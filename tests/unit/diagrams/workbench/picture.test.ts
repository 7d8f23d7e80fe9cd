import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawingOf } from '../../../../src/diagrams/drawing.ts';
import { layoutStack } from '../../../../src/diagrams/layout.ts';
import { measure } from '../../../../src/diagrams/measure.ts';
import { LABEL, NOTE, WIDTHS, type Width } from '../../../../src/diagrams/metrics.ts';
import { benchWords } from '../../../../src/diagrams/workbench/bench-words.ts';
import { readStack, writeStack } from '../../../../src/diagrams/workbench/notation.ts';
import type { Piece } from '../../../../src/diagrams/workbench/piece.ts';
import { stackOfPieces } from '../../../../src/diagrams/workbench/stack-of-pieces.ts';
import { piecesOf, TEMPLATE_IDS, TEMPLATES } from '../../../../src/diagrams/workbench/templates.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { anyStack } from './any-stack.ts';

const ALL_WIDTHS = Object.keys(WIDTHS) as Width[];

/** What leaves its place in a picture: a line its box, or a box the picture. */
function stray(ground: Piece): readonly string[] {
  return LOCALES.flatMap((locale) => {
    const drawing = drawingOf(stackOfPieces(ground), benchWords(locale));
    return ALL_WIDTHS.flatMap((width) =>
      layoutStack(drawing, WIDTHS[width], measure).shapes.flatMap((shape) => [
        ...(shape.x < 0 || shape.x + shape.width > WIDTHS[width] || shape.y + shape.height > 0
          ? [`${width} ${shape.id}`]
          : []),
        ...shape.lines
          .filter(({ text, note }) => measure(text, (note ? NOTE : LABEL).size) > shape.width)
          .map(({ text }) => `${width} ${shape.id}: ${text}`),
      ]),
    );
  });
}

describe('the picture of a stack that was built', () => {
  test('holds every word inside its box, whatever was built', () => {
    fc.assert(
      fc.property(anyStack, (ground) => {
        expect(stray(ground)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['machines in machines in machines', `hv${`Mn${'MnMga...Mga.....'.repeat(2)}..`.repeat(2)}`],
    ['many machines', `hv${'Mga...'.repeat(12)}`],
    ['many containers in deep machines', `hvMnMg${'Cla...'.repeat(12)}e`],
    [
      'the widest words that are allowed',
      `hb${'Mg*mmmmmmmmmm*C*wwwwwwwwww*l*mmmmmmmmmm*a.....'.repeat(6)}`,
    ],
    ['a comb', `hvMnMn${'Mga...'.repeat(9)}`],
  ])('holds every word inside its box: %s', (_, text) => {
    const reading = readStack(text);
    if (!('ground' in reading)) throw new Error(JSON.stringify(reading.faults));
    expect(stray(reading.ground)).toEqual([]);
  });
});

test.each(TEMPLATE_IDS)('the template %s is the stack of the lesson, piece by piece', (id) => {
  const original = TEMPLATES[id]();
  const ground = piecesOf(original);
  const reading = readStack(writeStack(ground));
  expect(reading).toEqual({ ground });
  const copy = stackOfPieces(ground);
  const counts = (kinds: readonly { readonly kind: string }[]) =>
    Object.fromEntries(
      [...Map.groupBy(kinds, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
    );
  expect(counts(copy.layers)).toEqual(counts(original.layers));
  expect(counts(copy.frames)).toEqual(counts(original.frames));
});
