import { describe, expect, test } from 'vitest';
import { images } from '../../../../src/diagrams/models/images.ts';
import { downFrom, ridersOf } from '../../../../src/diagrams/stack.ts';
import { LOCALES, numbersIn, sentenceOf, statesOf, wordsAt } from './every-state.ts';

const after = (act: string, running = '2') => images({ running, act });

describe('image layers and copy-on-write', () => {
  test.each([
    ['none', 'empty', 'app.conf as in the image'],
    ['read', 'empty', 'app.conf, read from the image'],
    ['write', 'changed copy of app.conf', 'app.conf, changed'],
    ['delete', 'app.conf marked deleted', 'app.conf is gone'],
  ])('%s leaves the layer of the container: %s; it sees: %s', (act, writable, seen) => {
    expect(wordsAt(after(act), 'c1-writable')).toBe(`Writable layer, ${writable}`);
    expect(wordsAt(after(act), 'c1-view')).toBe(`What it sees, ${seen}`);
  });

  test('whatever the first one does, the image and the others stay as they were', () => {
    const untouched = after('none', '3');
    for (const { name, state, stack } of statesOf('images')) {
      for (const id of ['base', 'runtime', 'code']) {
        expect(wordsAt(stack, id), name).toBe(wordsAt(untouched, id));
      }
      for (const id of ['c2-writable', 'c2-view', 'c3-writable', 'c3-view']) {
        if (Number(id[1]) <= Number(state['running'])) {
          expect(wordsAt(stack, id), name).toBe(wordsAt(untouched, id));
        }
      }
    }
  });

  test('all containers stand on the same three layers', () => {
    const stack = after('none', '3');
    expect(ridersOf(stack, 'code').map(({ id }) => id)).toEqual([
      ...['c1-writable', 'c2-writable', 'c3-writable'],
    ]);
    expect(downFrom(stack, 'c3-view').map(({ id }) => id)).toEqual([
      ...['c3-view', 'c3-writable', 'code', 'runtime', 'base'],
    ]);
  });

  test('removing a container takes its layer and nothing else', () => {
    const stack = after('remove', '3');
    expect(stack.frames.map(({ id }) => id)).toEqual(['c2', 'c3']);
    expect(wordsAt(stack, 'c1-writable')).toBeNull();
    expect(sentenceOf(stack, 'en')).toContain('the 2 other containers');
    expect(sentenceOf(after('remove', '2'), 'en')).toContain('the other container');
    expect(after('remove', '1').frames).toEqual([]);
    expect(sentenceOf(after('remove', '1'), 'fr')).toContain('dans un volume');
  });

  test('a sentence counts the containers that are there', () => {
    for (const { name, stack } of statesOf('images')) {
      for (const locale of LOCALES) {
        const counted = numbersIn(sentenceOf(stack, locale)).filter((number) => number > 1);
        for (const number of counted) expect(number, name).toBe(stack.frames.length);
      }
    }
  });
});
