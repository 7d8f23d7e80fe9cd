import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagram, DIAGRAM_IDS } from '../../../src/diagrams/catalogue.ts';
import { initialState, readState, writeState } from '../../../src/diagrams/parameters.ts';
import { subjectOf } from '../../../src/diagrams/picture-source.ts';
import { stateHitting, view } from '../../../src/diagrams/view.ts';
import { EVERY_DRAWING, EVERY_VIEW } from './every-view.ts';

const { parameters } = diagram('virtual');

describe('the state in the address', () => {
  test('reads what it wrote, for every state', () => {
    for (const { subject, seen } of EVERY_VIEW) {
      const query = new URLSearchParams('other=1');
      writeState(subject.id, subject.parameters, seen.state, query);
      expect(readState(subject.id, subject.parameters, query)).toEqual(seen.state);
      expect(query.get('other')).toBe('1');
    }
  });

  test('leaves out what is as it was at first, and what is not its own', () => {
    const query = new URLSearchParams('virtual.guests=4&hybrid.tenants=2');
    writeState('virtual', parameters, initialState(parameters), query);
    expect(`${query}`).toBe('hybrid.tenants=2');
  });

  test('falls back on what is bad, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (others, bad) => {
        const query = new URLSearchParams({
          ...others,
          'virtual.guests': `${bad}?`,
          'virtual.hit': bad,
        });
        const { guests, type, hit } = readState('virtual', parameters, query);
        expect([guests, type]).toEqual(['2', '1']);
        expect(parameters.find(({ name }) => name === 'hit')?.values).toContain(hit);
      }),
    );
  });

  test('two diagrams share an address without touching each other', () => {
    const query = new URLSearchParams();
    writeState('virtual', parameters, { ...initialState(parameters), guests: '3' }, query);
    writeState(
      'containers',
      diagram('containers').parameters,
      { count: '6', images: 'own' },
      query,
    );
    expect(`${query}`).toBe('virtual.guests=3&containers.count=6');
  });
});

describe('states that a stack cannot answer', () => {
  const subject = subjectOf('virtual', 'en');
  const settled = (state: Record<string, string>) =>
    view(subject, { ...initialState(parameters), ...state }).state;

  test('no host kernel under a hypervisor of type 1: nothing is hit', () => {
    expect(settled({ hit: 'host-kernel', type: '1' })['hit']).toBe('none');
    expect(settled({ hit: 'host-kernel', type: '2' })['hit']).toBe('host-kernel');
  });

  test('no fourth machine among two: the attack starts in the first', () => {
    expect(settled({ hit: 'guest-kernel', at: '4' })['at']).toBe('1');
    expect(settled({ hit: 'guest-kernel', at: '2' })['at']).toBe('2');
  });
});

/** Other programs of a host are no part of the story; boundaries name one way down, not every layer. */
const unmarked = (diagramId: string, layer: string) =>
  layer === 'host-app' ||
  (diagramId === 'patterns' && /libs|hypervisor|host-kernel/.test(layer)) ||
  // Nobody stands in a frame: the attack starts with the first of two processes.
  (diagramId === 'ladder' && layer === 'app2');

test('every plate that stands in a frame or carries one can be marked by itself', () => {
  for (const { name, subject, seen } of EVERY_DRAWING) {
    if (!subject.parameters.some(({ kind }) => kind === 'hit')) continue;
    for (const { id } of seen.stack.layers) {
      const state = stateHitting(subject.parameters, seen, id);
      if (unmarked(subject.id, id)) continue;
      expect(state && view(subject, state).marks?.hit, `${name} ${id}`).toBe(id);
    }
  }
});

test('an unknown diagram fails with the known ones', () => {
  expect(() => diagram('vrtual')).toThrow(
    'There is no diagram `vrtual`. There are `physical`, `virtual`, `containers`, `three-stacks`,',
  );
  expect(() => diagram('toString')).toThrow('There is no diagram');
  expect(DIAGRAM_IDS).toHaveLength(9 + 8);
});
