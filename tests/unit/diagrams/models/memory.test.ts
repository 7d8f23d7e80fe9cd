import { describe, expect, test } from 'vitest';
import { balance, KEPT_BY_HOST } from '../../../../src/diagrams/models/overcommitment.ts';
import { memory } from '../../../../src/diagrams/models/memory.ts';
import { downFrom } from '../../../../src/diagrams/stack.ts';
import { LOCALES, numbersIn, sentenceOf, statesOf, wordsAt } from './every-state.ts';

const of = (ram: number, machines: number, promise: number, use: number) =>
  balance({ memory: ram, machines, promise, use });

describe('what is promised, and what is used', () => {
  test.each([
    // The quiz of the second lesson: six machines of 16 GiB on a host of 64.
    [64, 6, 16, 50, { outcome: 'bet', promised: 96, used: 48, free: 60, over: 0 }],
    [64, 6, 16, 75, { outcome: 'short', promised: 96, used: 72, free: 60, over: 12 }],
    [64, 3, 16, 100, { outcome: 'kept', promised: 48, used: 48, free: 60, over: 0 }],
    // The host keeps 4 GiB: what would fill it whole does not fit.
    [32, 4, 8, 100, { outcome: 'short', promised: 32, used: 32, free: 28, over: 4 }],
    [32, 1, 32, 75, { outcome: 'bet', promised: 32, used: 24, free: 28, over: 0 }],
    [128, 6, 32, 100, { outcome: 'short', promised: 192, used: 192, free: 124, over: 68 }],
  ])('%i GiB, %i machines of %i GiB, %i %% used', (ram, machines, promise, use, expected) => {
    expect(of(ram, machines, promise, use)).toMatchObject(expected);
  });

  test('every state: what is short is drawn and counted, whole GiB by whole GiB', () => {
    for (const { name, state, stack } of statesOf('memory')) {
      const { outcome, promised, used, usedByEach, free, over } = of(
        Number(state['ram']),
        Number(state['machines']),
        Number(state['promise']),
        Number(state['use']),
      );
      expect(Number.isInteger(usedByEach), name).toBe(true);
      expect(free, name).toBe(Number(state['ram']) - KEPT_BY_HOST);
      const swap = stack.layers.find(({ id }) => id === 'swap');
      expect(swap !== undefined, name).toBe(over > 0);
      expect(outcome === 'short', name).toBe(over > 0);
      expect(stack.frames, name).toHaveLength(Number(state['machines']));
      for (const locale of LOCALES) {
        expect(numbersIn(sentenceOf(stack, locale)), name).toEqual(
          { kept: [promised, free], bet: [promised, free, used], short: [used, free, over] }[
            outcome
          ],
        );
      }
    }
  });

  test('each machine says its promise and what it uses', () => {
    const stack = memory({ ram: '64', machines: '6', promise: '16', use: '75' });
    expect(wordsAt(stack, 'vm6-memory')).toBe('16 GiB promised, 12 GiB used');
    expect(wordsAt(stack, 'vm6-memory', 'fr')).toBe('16 Gio promis, 12 Gio utilisés');
    expect(wordsAt(stack, 'hypervisor')).toBe('Hypervisor, 4 GiB kept for the host');
    expect(wordsAt(stack, 'swap')).toBe('Swap on disk, up to 12 GiB');
    expect(downFrom(stack, 'vm1-memory').map(({ id }) => id)).toContain('swap');
  });
});
