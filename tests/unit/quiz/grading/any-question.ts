import fc from 'fast-check';
import type { Answer, Key, Right } from '../../../../src/quiz/grading/key.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const ids = (minLength: number) => fc.uniqueArray(id, { minLength, maxLength: 8 });

/** Something to say of an item that is not right, whatever the key. */
const nonsense = fc.constantFrom<boolean | number | string>('', 'no-such-target', -7, 'xyz');

const ticks = ids(2).chain((names) =>
  fc.record({
    key: fc
      .array(fc.boolean(), { minLength: names.length, maxLength: names.length })
      .filter((truths) => truths.includes(true) && truths.includes(false))
      .map((truths): Key => ({ kind: 'ticks', right: zip(names, truths) })),
    answer: fc.dictionary(fc.constantFrom(...names), fc.boolean()),
  }),
);

const right: fc.Arbitrary<Right> = fc.oneof(
  fc.boolean(),
  id,
  fc.record({ accept: fc.array(id, { minLength: 1, maxLength: 3 }), exact: fc.boolean() }),
  fc.record({
    value: fc.integer({ min: -1000, max: 1000 }),
    tolerance: fc.integer({ min: 0, max: 10 }),
  }),
);

const says = ids(1).chain((names) =>
  fc
    .array(right, { minLength: names.length, maxLength: names.length })
    .map((wanted) => zip(names, wanted))
    .chain((wanted) =>
      fc.record({
        key: fc.constant<Key>({ kind: 'says', right: wanted }),
        answer: fc
          .array(fc.tuple(fc.constantFrom(...names), fc.boolean(), nonsense), { maxLength: 12 })
          .map((said) =>
            Object.fromEntries(
              said.map(([name, rightly, other]) => [name, rightly ? rightOf(wanted[name]) : other]),
            ),
          ),
      }),
    ),
);

const order = ids(3).chain((names) =>
  fc.record({
    key: fc.constant<Key>({ kind: 'order', right: names }),
    answer: fc.oneof(
      fc
        .shuffledSubarray(names, { minLength: names.length })
        .map((given) => Object.fromEntries(given.map((name, index) => [name, index + 1]))),
      fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: names.length })),
    ),
  }),
);

/** Any key, and any answer to it. */
export const anyQuestion: fc.Arbitrary<{ readonly key: Key; readonly answer: Answer }> = fc.oneof(
  ticks,
  says,
  order,
);

/** The right thing to say of an item. */
function rightOf(wanted: Right | undefined): boolean | number | string {
  if (typeof wanted !== 'object') return wanted ?? '';
  return 'value' in wanted ? wanted.value : (wanted.accept[0] ?? '');
}

/** The answer that says all that the key wants. */
export function wholeAnswer(key: Key): Answer {
  if (key.kind === 'order')
    return Object.fromEntries(key.right.map((name, index) => [name, index + 1]));
  return Object.fromEntries(
    Object.entries(key.right).map(([name, wanted]) => [name, rightOf(wanted)]),
  );
}

/** The same key with its items in another order; an order's own order is its meaning. */
export function reordered(key: Key, compare: (a: string, b: string) => number): Key {
  if (key.kind === 'order') return key;
  const entries = Object.entries(key.right).toSorted(([a], [b]) => compare(a, b));
  return { ...key, right: Object.fromEntries(entries) } as Key;
}

/** The key without one of its items, as after an author took it out. */
export function without(key: Key, name: string): Key {
  if (key.kind === 'order') return { ...key, right: key.right.filter((each) => each !== name) };
  const entries = Object.entries(key.right).filter(([each]) => each !== name);
  return { ...key, right: Object.fromEntries(entries) } as Key;
}

function zip<T>(names: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const value = values[index];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
