import { describe, expect, test } from 'vitest';
import { migration } from '../../../../src/diagrams/models/migration.ts';
import { MOMENTS, PAGES } from '../../../../src/diagrams/models/pre-copy.ts';
import { downFrom } from '../../../../src/diagrams/stack.ts';
import { LOCALES, numbersIn, sentenceOf, wordsAt } from './every-state.ts';

const step = (index: number) => migration({ step: `${index}` });
const has = (index: number, id: string) => step(index).layers.some((layer) => layer.id === id);

describe('live migration by pre-copy', () => {
  test('copies all, then what was written to meanwhile, then stops for the rest', () => {
    expect(MOMENTS.map(({ phase, copied, missing }) => [phase, copied, missing])).toEqual([
      ['before', 0, 625],
      ['round', 625, 125],
      ['round', 125, 25],
      ['round', 25, 5],
      ['stopped', 5, 0],
      ['resumed', 0, 0],
    ]);
    expect(MOMENTS.at(-1)?.total).toBe(625 + 125 + 25 + 5);
  });

  test('the machine lives in one place at a time, and is seen to move', () => {
    for (const [index] of MOMENTS.entries()) {
      const ground = downFrom(step(index), 'app').at(-1)?.id;
      expect(ground).toBe(index < MOMENTS.length - 1 ? 'hardware-a' : 'hardware-b');
    }
  });

  test('its memory is on both hosts while it is copied, and on one before and after', () => {
    expect(MOMENTS.map((_, index) => [has(index, 'memory-a'), has(index, 'memory-b')])).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [true, true],
      [true, true],
      [false, true],
    ]);
  });

  test('it runs at every step but one', () => {
    const notes = MOMENTS.map((_, index) => wordsAt(step(index), index < 5 ? 'vm-a' : 'vm-b'));
    expect(notes.map((note) => note?.split(', ')[1])).toEqual([
      ...['running', 'running', 'running', 'running', 'paused', 'running'],
    ]);
  });

  test('the pages said are the pages counted', () => {
    for (const [index, { phase, round, copied, missing, total }] of MOMENTS.entries()) {
      const expected = {
        before: [],
        round: [round, copied, missing],
        stopped: [copied],
        resumed: [total, PAGES],
      }[phase];
      for (const locale of LOCALES) {
        expect(numbersIn(sentenceOf(step(index), locale))).toEqual(expected);
      }
      if (has(index, 'memory-b') && phase !== 'resumed') {
        expect(numbersIn(wordsAt(step(index), 'memory-b') ?? '')).toEqual([PAGES - missing, PAGES]);
      }
    }
    expect(wordsAt(step(2), 'memory-a')).toBe('Memory of the machine, 25 pages to copy again');
  });
});
