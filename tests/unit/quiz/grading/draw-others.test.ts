import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawOthers } from '../../../../src/quiz/grading/draw-others.ts';

const ALL = [
  { id: 'always', pool: undefined },
  { id: 'a1', pool: 'a' },
  { id: 'b1', pool: 'b' },
  { id: 'a2', pool: 'a' },
  { id: 'a3', pool: 'a' },
  { id: 'b2', pool: 'b' },
];

test.each([
  [
    ['always', 'a1', 'b1'],
    ['always', 'a2', 'b2'],
  ],
  [
    ['always', 'a2', 'b2'],
    ['always', 'b1', 'a3'],
  ],
  [
    ['always', 'b1', 'a3'],
    ['always', 'a1', 'b2'],
  ],
  [
    ['always', 'a1', 'a2', 'b1'],
    ['always', 'a1', 'a3', 'b2'],
  ],
])('after %j come %j', (shown, next) => {
  expect(drawOthers(ALL, shown)).toEqual(next);
});

test('as many are asked as before, and each comes up in turn', () => {
  const pool = fc.option(fc.constantFrom('a', 'b'), { nil: undefined });
  fc.assert(
    fc.property(fc.array(pool, { minLength: 1, maxLength: 12 }), fc.nat(), (pools, n) => {
      const all = pools.map((each, index) => ({ id: `q${index}`, pool: each }));
      const sizeOf = (name: string | undefined) => pools.filter((each) => each === name).length;
      let shown = all
        .filter(({ pool: own }, index) => {
          const before = pools.slice(0, index).filter((each) => each === own).length;
          return own === undefined || before < Math.max(1, n % sizeOf(own));
        })
        .map(({ id }) => id);
      const count = shown.length;
      const seen = new Set(shown);
      all.forEach(() => {
        shown = [...drawOthers(all, shown)];
        expect(shown).toHaveLength(count);
        for (const id of shown) seen.add(id);
      });
      expect(seen.size).toBe(all.length);
    }),
  );
});
