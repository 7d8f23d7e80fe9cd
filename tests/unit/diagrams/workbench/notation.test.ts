import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FaultId } from '../../../../src/diagrams/workbench/fault.ts';
import { LIMITS } from '../../../../src/diagrams/workbench/limits.ts';
import { readStack, writeStack } from '../../../../src/diagrams/workbench/notation.ts';
import { settled, walk } from '../../../../src/diagrams/workbench/piece.ts';
import { PIECE_KINDS, PIECES } from '../../../../src/diagrams/workbench/pieces.ts';
import { anyStack, EMPTY } from './any-stack.ts';

const shape = (text: string) => {
  const reading = readStack(text);
  return 'ground' in reading
    ? walk(reading.ground).map(({ piece, parent }) => [piece.kind, parent?.piece.id ?? ''])
    : reading.faults.map(({ id, at }) => [id, at]);
};

describe('what is written', () => {
  test('is read again as the same stack, whatever was built', () => {
    fc.assert(
      fc.property(anyStack, (ground) => {
        expect(readStack(writeStack(ground))).toEqual({ ground: settled(ground) });
      }),
      { numRuns: 60 },
    );
  });

  test('needs no percent sign in an address, but for what a reader names so', () => {
    fc.assert(
      fc.property(anyStack, (ground) => {
        const bare = writeStack(ground).replaceAll(/\*[^*]*\*/g, '');
        expect(`${new URLSearchParams({ s: bare })}`).toBe(`s=${bare}`);
      }),
      { numRuns: 30 },
    );
  });

  test('is short', () => {
    expect(writeStack(EMPTY)).toBe('h');
    const text = 'hk*My+kernel*Cla...Cla...e'.replace('+', ' ');
    const reading = readStack(text);
    expect('ground' in reading && writeStack(reading.ground)).toBe(text);
  });

  test('every kind has a letter of its own', () => {
    const letters = PIECE_KINDS.map((kind) => PIECES[kind].letter);
    expect(new Set(letters).size).toBe(PIECE_KINDS.length);
    expect(letters.join('')).toMatch(/^[A-Za-z]+$/);
  });
});

describe('what is read', () => {
  test('a letter goes up, a dot goes down', () => {
    expect(shape('hvMgla....Mg')).toEqual([
      ['hardware', ''],
      ['hypervisor', 'hardware-1'],
      ['machine', 'hypervisor-1'],
      ['guest-kernel', 'machine-1'],
      ['libraries', 'guest-kernel-1'],
      ['application', 'libraries-1'],
      ['machine', 'hypervisor-1'],
      ['guest-kernel', 'machine-2'],
    ]);
  });

  test('frames come before bare pieces, as in the Mermaid text', () => {
    const reading = readStack('hke.Cl');
    expect('ground' in reading && writeStack(reading.ground)).toBe('hkCl..e');
  });

  test('names are tidied', () => {
    const reading = readStack('h*  My   machine *');
    expect('ground' in reading && reading.ground.name).toBe('My machine');
  });

  test.each<[text: string, fault: FaultId, at: number]>([
    ['', 'empty', 0],
    ['hx', 'sign', 1],
    ['h<script>', 'sign', 1],
    ['h%6b', 'sign', 1],
    ['h\u{1f600}', 'sign', 1],
    ['hk*Deb', 'open-name', 2],
    ['hk*', 'open-name', 2],
    ['h.', 'below-ground', 1],
    ['hk..v', 'below-ground', 3],
    ['.h', 'below-ground', 0],
    ['k', 'ground', 0],
    ['hkh', 'ground', 2],
    ['hkCg', 'kernel-in-container', 3],
    ['hvg', 'homeless', 2],
    ['hvMv', 'home', 3],
    ['hvCl', 'carrier', 2],
    ['hvM', 'vacant', 2],
    ['hkCl.a', 'crowded', 2],
    ['hvMgvMgvMgvMg', 'deep', 12],
    [`h*${'n'.repeat(LIMITS.name + 1)}*`, 'name-long', 0],
    ['h*a#b*', 'name-sign', 0],
    ['h*a"b*', 'name-sign', 0],
    ['h*a\u0007b*', 'name-sign', 0],
    [`h*${'W'.repeat(20)}*`, 'name-word', 0],
    [`hk${'a.'.repeat(39)}`, 'many', 78],
    [`hk${'C.'.repeat(900)}`, 'vacant', 2],
    ['h'.repeat(LIMITS.text + 1), 'long', LIMITS.text],
  ])('%j is refused: %s at %i', (text, fault, at) => {
    expect(shape(text)[0]).toEqual([fault, at]);
  });

  test('a long chain is read to its limit, and no further', () => {
    expect(shape('h'.repeat(LIMITS.text))).toEqual([['many', LIMITS.text - 1]]);
    expect(shape('h'.repeat(100_000_000))).toEqual([['long', LIMITS.text]]);
    expect(shape(`h*${'*'.repeat(LIMITS.text - 2)}`)[0]?.[0]).toBe('sign');
  });

  test('no text throws: it gives a stack or faults that lie in it', () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.stringMatching(/^[hvkbgnuelaMUXPC.*]{0,80}$/),
      fc.string({ minLength: LIMITS.text - 2, maxLength: LIMITS.text + 2 }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readStack(text);
        if ('ground' in reading) {
          expect(readStack(writeStack(reading.ground))).toEqual(reading);
          return;
        }
        expect(reading.faults.length).toBeGreaterThan(0);
        for (const { at } of reading.faults) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(Math.min(text.length, LIMITS.text));
        }
      }),
      { numRuns: 500 },
    );
  });
});
