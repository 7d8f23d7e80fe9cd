import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRAME_KINDS, LAYER_KINDS } from '../../../../src/diagrams/stack.ts';
import {
  add,
  additions,
  lossOf,
  nest,
  nestings,
  remove,
  rename,
  unwrap,
  type Edited,
} from '../../../../src/diagrams/workbench/edit.ts';
import { readStack, writeStack } from '../../../../src/diagrams/workbench/notation.ts';
import { walk, type Piece } from '../../../../src/diagrams/workbench/piece.ts';
import { PIECE_KINDS, PIECES } from '../../../../src/diagrams/workbench/pieces.ts';
import { faultsOf } from '../../../../src/diagrams/workbench/rules.ts';
import { anyStack, anySteps, EMPTY } from './any-stack.ts';

function built(text: string): Piece {
  const reading = readStack(text);
  if (!('ground' in reading)) throw new Error(JSON.stringify(reading.faults));
  return reading.ground;
}

const after = (edited: Edited) =>
  'ground' in edited
    ? [writeStack(edited.ground), edited.chosen]
    : edited.faults.slice(0, 1).map(({ id }) => id);

/** Of the model, but of no stack that one builds: the small models are made of them. */
const NOT_ON_BENCH = [
  ...['root-partition', 'memory', 'image', 'writable', 'filter', 'view', 'cgroup', 'host'],
];

test('every kind of the model is on the bench, or left out on purpose', () => {
  const made = new Set<string>(PIECE_KINDS.map((kind) => PIECES[kind].makes));
  const all: readonly string[] = [...LAYER_KINDS, ...FRAME_KINDS];
  expect(all.filter((kind) => !made.has(kind)).toSorted()).toEqual(NOT_ON_BENCH.toSorted());
});

describe('an edit', () => {
  test.each<[edit: string, edited: Edited, outcome: readonly string[]]>([
    [
      'puts a kernel on the hardware',
      add(EMPTY, 'hardware-1', 'host-kernel'),
      ['hk', 'host-kernel-1'],
    ],
    [
      'brings a machine with its kernel',
      add(built('hv'), 'hypervisor-1', 'machine'),
      ['hvMg', 'machine-1'],
    ],
    [
      'brings a container with what it runs',
      add(built('hk'), 'host-kernel-1', 'container'),
      ['hkCla', 'container-1'],
    ],
    [
      'brings a pod with a container',
      add(built('hk'), 'host-kernel-1', 'pod'),
      ['hkPCla', 'pod-1'],
    ],
    [
      'adds in a machine on its kernel',
      add(built('hvMg'), 'machine-1', 'container'),
      ['hvMgCla', 'container-1'],
    ],
    [
      'refuses a machine on a plain kernel',
      add(built('hk'), 'host-kernel-1', 'machine'),
      ['carrier'],
    ],
    [
      'refuses a kernel in a container',
      add(built('hkCl'), 'container-1', 'guest-kernel'),
      ['homeless'],
    ],
    ['refuses a second hardware', add(built('hk'), 'host-kernel-1', 'hardware'), ['ground']],
    [
      'nests a program in a container',
      nest(built('hkla'), 'libraries-1', 'container'),
      ['hkCla', 'container-1'],
    ],
    ['nests a container in a pod', nest(built('hkCl'), 'container-1', 'pod'), ['hkPCl', 'pod-1']],
    [
      'refuses to nest a kernel in a container',
      nest(built('hvMg'), 'guest-kernel-1', 'container'),
      ['home'],
    ],
    ['refuses to nest the hardware', nest(EMPTY, 'hardware-1', 'machine'), ['ground']],
    [
      'takes a container away and leaves its content',
      unwrap(built('hkCla'), 'container-1'),
      ['hkla', 'libraries-1'],
    ],
    [
      'refuses to leave a guest kernel in the open',
      unwrap(built('hvMg'), 'machine-1'),
      ['homeless'],
    ],
    [
      'removes what rests on a layer with it',
      remove(built('hkCla...e'), 'libraries-1'),
      ['hke', 'host-kernel-1'],
    ],
    [
      'removes a frame with what it begins with',
      remove(built('hkPCla'), 'libraries-1'),
      ['hk', 'host-kernel-1'],
    ],
    ['removes no more than that', remove(built('hkCla'), 'application-1'), ['hkCl', 'libraries-1']],
    ['keeps the hardware', remove(built('hk'), 'hardware-1'), ['ground-stays']],
    [
      'names a piece',
      rename(built('hk'), 'host-kernel-1', ' Debian  13 '),
      ['hk*Debian 13*', 'host-kernel-1'],
    ],
    [
      'takes a name back',
      rename(built('hk*Debian*'), 'host-kernel-1', ''),
      ['hk', 'host-kernel-1'],
    ],
    [
      'refuses a sign that Mermaid reads as its own',
      rename(built('hk'), 'host-kernel-1', 'a`b'),
      ['name-sign'],
    ],
    [
      'refuses a name that is too long',
      rename(built('hk'), 'host-kernel-1', 'a '.repeat(21) + 'a'),
      ['name-long'],
    ],
  ])('%s', (_, edited, outcome) => {
    expect(after(edited)).toEqual(outcome);
  });

  test('leaves a stack that can exist, or says why not', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { before, edited } of steps) {
          expect(faultsOf(before)).toEqual([]);
          if ('faults' in edited) expect(edited.faults.length).toBeGreaterThan(0);
          else {
            const ids = walk(edited.ground).map(({ piece }) => piece.id);
            expect(ids).toContain(edited.chosen);
            expect(new Set(ids).size).toBe(ids.length);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('what is offered can be done, and what is not offered cannot', () => {
    fc.assert(
      fc.property(anyStack, fc.nat(), (ground, pick) => {
        const places = walk(ground);
        const id = places[pick % places.length]?.piece.id ?? '';
        const offered = [additions(ground, id), nestings(ground, id)];
        for (const kind of PIECE_KINDS) {
          expect('ground' in add(ground, id, kind)).toBe(offered[0]?.includes(kind));
          if (offered[1]?.includes(kind)) expect('ground' in nest(ground, id, kind)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a removal takes as many pieces as it says', () => {
    fc.assert(
      fc.property(anyStack, fc.nat(), (ground, pick) => {
        const places = walk(ground);
        const id = places[pick % places.length]?.piece.id ?? '';
        const edited = remove(ground, id);
        if ('ground' in edited) {
          expect(places.length - walk(edited.ground).length).toBe(lossOf(ground, id));
        } else expect(id).toBe(ground.id);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ['hardware-1', 'hvMg', ['hypervisor', 'host-kernel', 'kvm']],
  ['hypervisor-1', 'hvMg', ['machine', 'utility-vm', 'confidential-vm', 'pod']],
  [
    'guest-kernel-1',
    'hvMg',
    ['hypervisor', 'engine', 'libraries', 'application', 'pod', 'container'],
  ],
  ['engine-1', 'hke', []],
  ['application-1', 'hka', []],
  ['libraries-1', 'hkl', ['application']],
])('on %s of %s one can put %j', (id, text, kinds) => {
  // A pod brings a container, which a hypervisor cannot carry.
  const possible = id === 'hypervisor-1' ? kinds.filter((kind) => kind !== 'pod') : kinds;
  expect(additions(built(text), id)).toEqual(possible);
});
