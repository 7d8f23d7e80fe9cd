import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade } from '../../../../src/quiz/grading/grade.ts';
import type { Answer, Key } from '../../../../src/quiz/grading/key.ts';
import { anyQuestion, reordered, wholeAnswer, without } from './any-question.ts';

const CHOICE: Key = { kind: 'ticks', right: { a: false, b: true, c: false } };
const MULTIPLE: Key = { kind: 'ticks', right: { a: true, b: true, c: false, d: false } };
const ROWS: Key = { kind: 'says', right: { a: true, b: false, c: false } };
const MATCH: Key = { kind: 'says', right: { pid: 'processes', uts: 'names', mnt: 'mounts' } };
const TEXT: Key = { kind: 'says', right: { answer: { accept: ['espace de noms', 'namespace'] } } };
const NUMBER: Key = { kind: 'says', right: { answer: { value: 1.5, tolerance: 0.1 } } };
const TRACE: Key = {
  kind: 'says',
  right: { 'its-pid': { accept: ['1'], exact: true }, host: 'another-number' },
};
const ORDER: Key = { kind: 'order', right: ['a', 'b', 'c', 'd'] };

const CASES: readonly (readonly [Key, Answer, string, number])[] = [
  [CHOICE, {}, 'invalid', 0],
  [CHOICE, { b: true }, 'right', 1],
  [CHOICE, { a: true }, 'wrong', 0],
  [CHOICE, { gone: true }, 'invalid', 0],
  [MULTIPLE, {}, 'invalid', 0],
  [MULTIPLE, { a: false }, 'invalid', 0],
  [MULTIPLE, { a: true, b: true }, 'right', 1],
  [MULTIPLE, { a: true }, 'partial', 0.5],
  [MULTIPLE, { a: true, b: true, c: true }, 'partial', 0.5],
  [MULTIPLE, { a: true, c: true }, 'wrong', 0],
  [MULTIPLE, { a: true, b: true, c: true, d: true }, 'wrong', 0],
  [MULTIPLE, { c: true, d: true }, 'wrong', 0],
  [ROWS, {}, 'invalid', 0],
  [ROWS, { a: true, b: false }, 'invalid', 0],
  [ROWS, { a: true, b: false, c: false }, 'right', 1],
  [ROWS, { a: true, b: true, c: false }, 'partial', 2 / 3],
  [ROWS, { a: false, b: true, c: true }, 'wrong', 0],
  [MATCH, { pid: 'processes', uts: 'names', mnt: 'mounts' }, 'right', 1],
  [MATCH, { pid: 'names', uts: 'names', mnt: 'mounts' }, 'partial', 2 / 3],
  [MATCH, { pid: 'names', uts: 'mounts', mnt: 'processes' }, 'wrong', 0],
  [MATCH, { pid: 'processes', uts: '', mnt: 'mounts' }, 'invalid', 0],
  [TEXT, { answer: 'Espace de noms' }, 'right', 1],
  [TEXT, { answer: 'cgroup' }, 'wrong', 0],
  [TEXT, { answer: '' }, 'invalid', 0],
  [NUMBER, { answer: 1.6 }, 'right', 1],
  [NUMBER, { answer: 1.61 }, 'wrong', 0],
  // A number is kept as a number: a text in its place comes from elsewhere.
  [NUMBER, { answer: '1.5' }, 'wrong', 0],
  [TRACE, { 'its-pid': '1', host: 'another-number' }, 'right', 1],
  [TRACE, { 'its-pid': '4242', host: 'another-number' }, 'partial', 0.5],
  [ORDER, { a: 1, b: 2, c: 3, d: 4 }, 'right', 1],
  [ORDER, { a: 10, b: 20, c: 30, d: 40 }, 'right', 1],
  [ORDER, { a: 2, b: 1, c: 3, d: 4 }, 'partial', 2 / 3],
  [ORDER, { a: 4, b: 1, c: 2, d: 3 }, 'wrong', 0],
  [ORDER, { a: 4, b: 3, c: 2, d: 1 }, 'wrong', 0],
  [ORDER, { a: 1, b: 2, c: 3 }, 'invalid', 0],
  [ORDER, { a: 1, b: 2, c: 2, d: 4 }, 'invalid', 0],
  [ORDER, {}, 'invalid', 0],
  // Names of what every object has are ids like any other.
  [{ kind: 'ticks', right: { constructor: true, 'to-string': false } }, {}, 'invalid', 0],
  [{ kind: 'says', right: { constructor: true, b: false } }, { b: false }, 'invalid', 0],
];

test.each(CASES)('%j answered by %j is %s', (key, answer, verdict, score) => {
  const result = grade(key, answer);
  expect(result.verdict).toBe(verdict);
  expect(result.score).toBeCloseTo(score, 12);
});

test('names the first item without an answer', () => {
  expect(grade(ROWS, { a: true }).unanswered).toBe('b');
  expect(grade(ROWS, { a: true, b: true, c: true }).unanswered).toBeUndefined();
  expect(grade(ORDER, { a: 1, c: 2, d: 3 }).unanswered).toBe('b');
});

test('says whether something is missing or too much, and which items are right', () => {
  expect(grade(MULTIPLE, { a: true })).toMatchObject({ missing: true, extra: false });
  expect(grade(MULTIPLE, { a: true, b: true, d: true })).toMatchObject({
    missing: false,
    extra: true,
    marks: { a: true, b: true, d: false },
  });
  expect(grade(MATCH, { pid: 'names', uts: 'names' }).marks).toEqual({ pid: false, uts: true });
  expect(grade(ORDER, { b: 1, a: 2, c: 3, d: 4 }).marks).toEqual({
    a: false,
    b: false,
    c: true,
    d: true,
  });
});

describe('whatever the question', () => {
  test('the order of options, items and answers never changes the grade', () => {
    fc.assert(
      fc.property(anyQuestion, fc.func(fc.integer()), ({ key, answer }, weight) => {
        const compare = (a: string, b: string) => weight(a) - weight(b);
        const answered = Object.fromEntries(
          Object.entries(answer).toSorted(([a], [b]) => compare(a, b)),
        );
        const one = grade(key, answer);
        const two = grade(reordered(key, compare), answered);
        // The first item without an answer is another one, and there is one in both or in none.
        expect({ ...two, unanswered: two.unanswered !== undefined }).toEqual({
          ...one,
          unanswered: one.unanswered !== undefined,
        });
      }),
    );
  });

  test('the whole answer is right, and a right answer leaves nothing out', () => {
    fc.assert(
      fc.property(anyQuestion, ({ key, answer }) => {
        expect(grade(key, wholeAnswer(key)).verdict).toBe('right');
        const { verdict, marks, missing, extra } = grade(key, answer);
        if (verdict === 'right') {
          expect([missing, extra, Object.values(marks).includes(false)]).toEqual([
            false,
            false,
            false,
          ]);
        }
      }),
    );
  });

  test('a score stays between 0 and 1 and agrees with its verdict', () => {
    fc.assert(
      fc.property(anyQuestion, ({ key, answer }) => {
        const { score, verdict } = grade(key, answer);
        expect(score >= 0 && score <= 1).toBe(true);
        expect(score === 1).toBe(verdict === 'right');
        expect(score > 0 && score < 1).toBe(verdict === 'partial');
      }),
    );
  });

  test('what an answer says of items that are gone changes nothing', () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.oneof(fc.boolean(), fc.integer(), fc.string()),
        ({ key, answer }, said) => {
          const more = { ...answer, 'was-removed': said };
          expect(grade(key, more)).toEqual(grade(key, answer));
        },
      ),
    );
  });

  test('an author may take an item out: what was answered still grades', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat(), ({ key, answer }, index) => {
        const names = key.kind === 'order' ? key.right : Object.keys(key.right);
        if (names.length < 4) return;
        const less = without(key, names[index % names.length] ?? '');
        const { score } = grade(less, answer);
        expect(Number.isNaN(score)).toBe(false);
      }),
    );
  });
});
