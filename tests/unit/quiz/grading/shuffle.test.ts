import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrambled, shuffled } from '../../../../src/quiz/grading/shuffle.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,9}$/), { minLength: 2, maxLength: 9 });

test('a shuffle keeps every item, depends on its seed alone, and leaves the last ones last', () => {
  fc.assert(
    fc.property(ids, fc.string(), fc.nat(), (names, seed, n) => {
      const last = names.slice(names.length - (n % names.length));
      const once = shuffled(names, seed, last);
      expect(once.toSorted()).toEqual(names.toSorted());
      expect(
        shuffled(names.toReversed(), seed, last.toReversed()).slice(0, names.length - last.length),
      ).toEqual(once.slice(0, names.length - last.length));
      expect(once.slice(names.length - last.length)).toEqual(last);
    }),
  );
});

test('each place is as likely as another', () => {
  const names = ['a', 'b', 'c', 'd'];
  const firsts = Array.from({ length: 4000 }, (_, seed) => shuffled(names, `visit-${seed}`)[0]);
  for (const name of names) {
    const share = firsts.filter((first) => first === name).length / firsts.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  }
});

test('what is to be put in order never begins in order', () => {
  fc.assert(
    fc.property(ids, fc.string(), (names, seed) => {
      const order = scrambled(names, seed);
      expect(order.toSorted()).toEqual(names.toSorted());
      expect(order).not.toEqual(names);
    }),
  );
});
