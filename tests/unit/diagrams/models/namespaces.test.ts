import { describe, expect, test } from 'vitest';
import { NAMESPACES, seenOf } from '../../../../src/diagrams/models/namespace-views.ts';
import { namespaces } from '../../../../src/diagrams/models/namespaces.ts';
import { downFrom } from '../../../../src/diagrams/stack.ts';
import { LOCALES, numbersIn, sentenceOf, statesOf, wordsAt } from './every-state.ts';

const withOwn = (...own: readonly string[]) =>
  namespaces(
    Object.fromEntries(NAMESPACES.map((kind) => [kind, own.includes(kind) ? 'on' : 'off'])),
  );

describe('what a process sees', () => {
  test('there are the eight kinds of namespaces(7)', () => {
    expect([...NAMESPACES].sort()).toEqual([
      ...['cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts'],
    ]);
  });

  test('numbers of its own leave /proc as it was, unless it has mounts of its own', () => {
    expect(seenOf('pid', new Set(['pid']))).toBe('sees-pid-own-proc');
    expect(seenOf('pid', new Set(['pid', 'mnt']))).toBe('sees-pid-own');
    expect(seenOf('pid', new Set(['mnt']))).toBe('sees-pid-host');
    expect(wordsAt(withOwn('pid'), 'pid')).toContain('/proc shows those of the host');
  });

  test('its own views stand in its frame, the others carry the other processes too', () => {
    for (const { name, state, stack } of statesOf('namespaces')) {
      const below = (id: string) => downFrom(stack, id).map((layer) => layer.id);
      for (const kind of NAMESPACES) {
        const own = state[kind] === 'on';
        expect(below('process'), name).toContain(kind);
        expect(below('others').includes(kind), name).toBe(!own);
        const layer = stack.layers.find(({ id }) => id === kind);
        expect(layer?.in, name).toBe(own ? 'container' : null);
      }
      // Whatever it sees, the kernel is one.
      expect(below('process').at(-1), name).toBe('host-kernel');
      expect(below('others').at(-1), name).toBe('host-kernel');
    }
  });

  test('without any it is an ordinary process, in no frame', () => {
    expect(withOwn().frames).toEqual([]);
    expect(sentenceOf(withOwn(), 'en')).toContain('an ordinary process');
  });

  test('the sentence counts its namespaces', () => {
    for (const { name, state, stack } of statesOf('namespaces')) {
      const own = Object.values(state).filter((answer) => answer === 'on').length;
      for (const locale of LOCALES) {
        const expected = own === 0 ? [] : [own, 8];
        expect(numbersIn(sentenceOf(stack, locale)), name).toEqual(expected);
      }
    }
    expect(sentenceOf(withOwn('net'), 'en')).toMatch(/^1 namespace of 8 is /);
    expect(sentenceOf(withOwn('net', 'pid'), 'fr')).toMatch(/^2 espaces de noms sur 8 sont /);
  });
});
