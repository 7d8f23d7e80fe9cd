import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchWords } from '../../../../src/diagrams/workbench/bench-words.ts';
import { act, benchWith, type Bench, type Deed } from '../../../../src/diagrams/workbench/bench.ts';
import { advance, amend, begin, redo, undo } from '../../../../src/diagrams/workbench/history.ts';
import { writeStack } from '../../../../src/diagrams/workbench/notation.ts';
import { walk } from '../../../../src/diagrams/workbench/piece.ts';
import { PIECE_KINDS } from '../../../../src/diagrams/workbench/pieces.ts';
import { EMPTY } from './any-stack.ts';

test('what was undone can be redone, until something else is done', () => {
  const two = advance(advance(begin('a'), 'b'), 'c');
  expect(undo(two).now).toBe('b');
  expect(undo(undo(undo(two)))).toEqual({ past: [], now: 'a', future: ['b', 'c'] });
  expect(redo(undo(two))).toEqual(two);
  expect(redo(two)).toEqual(two);
  expect(advance(undo(two), 'd')).toEqual({ past: ['a', 'b'], now: 'd', future: [] });
  expect(amend(two, 'd')).toEqual({ past: ['a', 'b'], now: 'd', future: [] });
});

test('whatever is done, the chosen piece and the flaw stand on the bench, and undo leads back', () => {
  const phrases = benchWords('fr');
  const deeds: readonly Deed[] = [
    ...(['add', 'add', 'add', 'nest', 'unwrap', 'remove', 'rename'] as const),
    ...(['choose', 'flaw', 'undo', 'redo'] as const),
  ];
  const deed = fc.tuple(fc.constantFrom(...deeds), fc.constantFrom(...PIECE_KINDS), fc.nat());
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40, size: 'max' }), (all) => {
      let bench: Bench = benchWith(EMPTY);
      for (const [name, kind, pick] of all) {
        const places = walk(bench.history.now);
        const id = places[pick % places.length]?.piece.id ?? '';
        const value = name === 'choose' ? id : /add|nest|rename/.test(name) ? kind : '';
        const before = bench;
        bench = act(bench, name, value, phrases).bench;
        const ids = ['', ...walk(bench.history.now).map(({ piece }) => piece.id)];
        expect(ids).toContain(bench.chosen);
        expect(ids).toContain(bench.hit);
        if (/add|nest|unwrap|remove/.test(name) && bench.history !== before.history) {
          const back = act(bench, 'undo', '', phrases).bench;
          expect(writeStack(back.history.now)).toBe(writeStack(before.history.now));
        }
      }
    }),
    { numRuns: 40 },
  );
});
