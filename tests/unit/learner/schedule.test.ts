import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GradedAnswer } from '../../../src/learner/learner-record.ts';
import { dueAt } from '../../../src/learner/schedule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 2, 9);

type Given = Partial<GradedAnswer> & { readonly day: number };

/** A history from what is said of each answer: the day it was given, and what was not plainly right. */
const history = (...given: readonly Given[]): GradedAnswer[] =>
  given.map(({ day, ...rest }) => ({
    rev: 1,
    at: START + day * DAY,
    answer: {},
    score: 1,
    ...rest,
  }));

/** Days from the last answer until the question is due, rounded: there are hours of grace. */
const daysUntil = (...given: readonly Given[]) => {
  const answers = history(...given);
  const last = answers.at(-1)?.at ?? 0;
  return Math.round(((dueAt(answers, 1, last) ?? NaN) - last) / DAY);
};

describe('when a question is due again', () => {
  test.each<[string, number, readonly Given[]]>([
    ['right at first', 3, [{ day: 0 }]],
    ['wrong', 1, [{ day: 0, score: 0 }]],
    ['partly right', 1, [{ day: 0, score: 0.9 }]],
    ['the key was asked for', 1, [{ day: 0, score: 0, revealed: true }]],
    ['right by chance', 1, [{ day: 0, sure: 'guess' }]],
    ['right with a hint', 1, [{ day: 0, hints: 1 }]],
    ['right and doubted', 1, [{ day: 0, sure: 'unsure' }]],
    ['right and sure', 3, [{ day: 0, sure: 'sure' }]],
    ['wrong, then right with the explanation just read', 1, [{ day: 0, score: 0 }, { day: 0.01 }]],
    ['right three times in an hour counts once', 3, [{ day: 0 }, { day: 0.01 }, { day: 0.02 }]],
    ['right a day after a mistake', 3, [{ day: 0, score: 0 }, { day: 1 }]],
    ['right twice, days apart', 7, [{ day: 0 }, { day: 3 }]],
    ['three times', 21, [{ day: 0 }, { day: 3 }, { day: 10 }]],
    ['four times', 60, [{ day: 0 }, { day: 3 }, { day: 10 }, { day: 31 }]],
    [
      'ever after',
      60,
      [{ day: 0 }, { day: 3 }, { day: 10 }, { day: 31 }, { day: 91 }, { day: 151 }],
    ],
    ['a mistake begins again', 1, [{ day: 0 }, { day: 3 }, { day: 10, score: 0.5 }]],
    ['a hint keeps the step', 7, [{ day: 0 }, { day: 3 }, { day: 10, hints: 2 }]],
    ['a doubt keeps the step', 7, [{ day: 0 }, { day: 3 }, { day: 10, sure: 'unsure' }]],
    ['the same evening hour counts as a day', 7, [{ day: 0 }, { day: 0.9 }]],
  ])('%s: %i', (_, days, given) => {
    expect(daysUntil(...given)).toBe(days);
  });

  test('never, when it was never answered', () => {
    expect(dueAt([], 1, START)).toBeUndefined();
  });

  test('at once, when only an earlier version was answered', () => {
    expect(dueAt(history({ day: 0 }), 2, START)).toBe(0);
  });

  test('by the answers to this version alone', () => {
    const answers = history({ day: 0 }, { day: 3 }, { day: 10, rev: 2 });
    expect(((dueAt(answers, 2, START + 10 * DAY) ?? 0) - START) / DAY).toBeCloseTo(13 - 1 / 6);
  });

  test('by the clock of now, when an answer comes from the future', () => {
    expect(dueAt(history({ day: 9000 }), 1, START)).toBeLessThan(START + 4 * DAY);
  });
});

const anyAnswer: fc.Arbitrary<GradedAnswer> = fc.record(
  {
    rev: fc.integer({ min: 1, max: 2 }),
    at: fc.integer({ min: 0, max: START }),
    answer: fc.constant({}),
    score: fc.constantFrom(0, 0.5, 1),
    hints: fc.nat(3),
    sure: fc.constantFrom('guess' as const, 'unsure' as const, 'sure' as const),
  },
  { requiredKeys: ['rev', 'at', 'answer', 'score'] },
);

const anyHistory = fc
  .array(anyAnswer, { minLength: 1, maxLength: 11 })
  .map((all) => all.sort((a, b) => a.at - b.at));

test('whatever was answered, it is due within sixty days, and not on the same day', () => {
  fc.assert(
    fc.property(anyHistory, (answers) => {
      const last = answers.filter(({ rev }) => rev === 1).at(-1)?.at;
      const due = dueAt(answers, 1, START) ?? NaN;
      if (last === undefined) expect(due).toBe(0);
      else {
        expect(due - last).toBeGreaterThanOrEqual(20 * HOUR);
        expect(due - last).toBeLessThanOrEqual(60 * DAY);
      }
    }),
  );
});

test('a right answer never brings a question back sooner than a wrong one in its place', () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 0, max: 90 * DAY }), (answers, later) => {
      const at = START + later;
      const next = (score: number) =>
        dueAt([...answers, { rev: 1, at, answer: {}, score }], 1, at) ?? NaN;
      expect(next(1)).toBeGreaterThanOrEqual(next(0));
    }),
  );
});
