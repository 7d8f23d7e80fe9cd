import { expect, test } from 'vitest';
import { counts } from '../../../src/learner/counts.ts';
import type { KeptAnswer, LearnerRecord } from '../../../src/learner/learner-record.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25);

const kept = (daysAgo: number, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  rev: 1,
  at: NOW - daysAgo * DAY,
  tries: 1,
  answer: {},
  score: 1,
  past: [],
  ...more,
});

const record = (answers: Readonly<Record<string, KeptAnswer>>): LearnerRecord => ({
  v: 1,
  settings: {},
  drafts: {},
  answers: { hybrid: answers },
});

test('counts what was answered, what is right and what is due, and names each state', () => {
  const answers = record({
    right: kept(1),
    due: kept(4),
    wrong: kept(0, { score: 0 }),
    half: kept(2, { score: 0.5 }),
    shown: kept(2, { score: 1, revealed: true }),
    guessed: kept(2, { sure: 'guess' }),
    older: kept(1, { rev: 1 }),
    gone: kept(9),
  });
  const names = ['right', 'due', 'wrong', 'half', 'shown', 'guessed', 'older@2', 'new'];
  const questions = names.map((name) => (name.includes('@') ? name : `${name}@1`));
  expect(counts(answers, 'hybrid', questions, NOW)).toEqual({
    states: ['right', 'right', 'missed', 'missed', 'missed', 'right', 'blank', 'blank'],
    answered: 6,
    right: 3,
    // The one of an earlier version asks something else now: it is due as well.
    due: 5,
    total: 8,
  });
});

test('of another tutorial, or of none, nothing is known', () => {
  const nothing = { states: ['blank'], answered: 0, right: 0, due: 0, total: 1 };
  expect(counts(record({ q: kept(9) }), 'virtualization', ['q@1'], NOW)).toEqual(nothing);
  expect(counts(record({ q: kept(9) }), 'hybrid', ['constructor@1'], NOW)).toEqual(nothing);
  expect(counts(record({}), 'hybrid', [], NOW).total).toBe(0);
});
