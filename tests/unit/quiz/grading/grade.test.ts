import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grade, type Answer, type ItemType, type Key } from '../../../../src/quiz/grading/grade.ts';

const CHOICE: Key = { a: false, b: true, c: false };
const MULTIPLE: Key = { a: true, b: true, c: false, d: false };
const ROWS: Key = { a: true, b: false, c: false };

const CASES: readonly (readonly [ItemType, Key, Answer, string, number])[] = [
  ['choice', CHOICE, {}, 'invalid', 0],
  ['choice', CHOICE, { b: true }, 'right', 1],
  ['choice', CHOICE, { a: true }, 'wrong', 0],
  ['choice', CHOICE, { gone: true }, 'invalid', 0],
  ['multiple', MULTIPLE, {}, 'invalid', 0],
  ['multiple', MULTIPLE, { a: false }, 'invalid', 0],
  ['multiple', MULTIPLE, { a: true, b: true }, 'right', 1],
  ['multiple', MULTIPLE, { a: true }, 'partial', 0.5],
  ['multiple', MULTIPLE, { a: true, b: true, c: true }, 'partial', 0.5],
  ['multiple', MULTIPLE, { a: true, c: true }, 'wrong', 0],
  ['multiple', MULTIPLE, { a: true, b: true, c: true, d: true }, 'wrong', 0],
  ['multiple', MULTIPLE, { c: true, d: true }, 'wrong', 0],
  ['rows', ROWS, {}, 'invalid', 0],
  ['rows', ROWS, { a: true, b: false }, 'invalid', 0],
  ['rows', ROWS, { a: true, b: false, c: false }, 'right', 1],
  ['rows', ROWS, { a: true, b: true, c: false }, 'partial', 2 / 3],
  ['rows', ROWS, { a: false, b: true, c: true }, 'wrong', 0],
  // Names of what every object has are ids like any other.
  ['choice', { constructor: true, 'to-string': false }, {}, 'invalid', 0],
  ['rows', { constructor: true, b: false }, { b: false }, 'invalid', 0],
];

test.each(CASES)('%s with key %j and answer %j is %s', (type, key, answer, verdict, score) => {
  expect(grade(type, key, answer)).toMatchObject({ verdict, score });
});

test('names the first row without an answer', () => {
  expect(grade('rows', ROWS, { a: true }).unanswered).toBe('b');
  expect(grade('rows', ROWS, { a: true, b: true, c: true }).unanswered).toBeUndefined();
});

test('says whether something is missing or too much', () => {
  expect(grade('multiple', MULTIPLE, { a: true })).toMatchObject({ missing: true, extra: false });
  expect(grade('multiple', MULTIPLE, { a: true, b: true, d: true })).toMatchObject({
    missing: false,
    extra: true,
  });
});

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const type = fc.constantFrom<ItemType>('choice', 'multiple', 'rows');

/** A question of any type with a key that its type allows, and any answer to it. */
const question = type.chain((type) =>
  fc.uniqueArray(id, { minLength: 2, maxLength: 8 }).chain((ids) =>
    fc.record({
      type: fc.constant(type),
      key: fc
        .array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })
        .map((truths) => ids.map((each, index) => [each, truths[index] ?? false] as const))
        .filter((entries) => {
          const right = entries.filter(([, truth]) => truth).length;
          return type === 'choice' ? right === 1 : right > 0 && right < ids.length;
        }),
      answer: fc.dictionary(fc.constantFrom(...ids), fc.boolean()),
    }),
  ),
);

test('shuffling options and answers never changes the grade', () => {
  fc.assert(
    fc.property(question, fc.func(fc.integer()), ({ type, key, answer }, order) => {
      const shuffled = key.toSorted(([a], [b]) => order(a) - order(b));
      const answered = Object.fromEntries(
        Object.entries(answer).toSorted(([a], [b]) => order(a) - order(b)),
      );
      const one = grade(type, Object.fromEntries(key), answer);
      const two = grade(type, Object.fromEntries(shuffled), answered);
      // The first row without an answer is another one, and there is one in both or in none.
      const known = ({ unanswered, ...grade }: typeof one) => [grade, unanswered === undefined];
      expect(known(two)).toEqual(known(one));
    }),
  );
});

test('the key itself is right and nothing else is', () => {
  fc.assert(
    fc.property(question, ({ type, key, answer }) => {
      const truth = Object.fromEntries(key);
      expect(grade(type, truth, truth).verdict).toBe('right');
      const same = key.every(([each, right]) =>
        type === 'rows' ? answer[each] === right : (answer[each] ?? false) === right,
      );
      expect(grade(type, truth, answer).verdict === 'right').toBe(same);
    }),
  );
});

test('a score stays between 0 and 1 and agrees with its verdict', () => {
  fc.assert(
    fc.property(question, ({ type, key, answer }) => {
      const { score, verdict } = grade(type, Object.fromEntries(key), answer);
      expect(score >= 0 && score <= 1).toBe(true);
      expect(score === 1).toBe(verdict === 'right');
      expect(score > 0 && score < 1).toBe(verdict === 'partial');
    }),
  );
});

test('what an answer says of options that are gone changes nothing', () => {
  fc.assert(
    fc.property(question, fc.boolean(), ({ type, key, answer }, said) => {
      const truth = Object.fromEntries(key);
      expect(grade(type, truth, { ...answer, 'was-removed': said })).toEqual(
        grade(type, truth, answer),
      );
    }),
  );
});
