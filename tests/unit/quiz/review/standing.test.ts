import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptAnswer, LearnerRecord } from '../../../../src/learner/learner-record.ts';
import type { QuizIndex } from '../../../../src/quiz/review/quiz-index.ts';
import { practice, standing, type Asked } from '../../../../src/quiz/review/standing.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25);

const index = (quizzes: Readonly<Record<string, readonly string[]>>): QuizIndex => ({
  tutorials: Object.entries(quizzes).map(([id, questions]) => ({
    id,
    title: id,
    path: `/${id}/`,
    questionsPage: `/${id}/quiz/questions.html`,
    sections: {},
    questions: questions.map((question) => ({ id: question, rev: 1, section: 's' })),
  })),
});

const kept = (daysAgo: number, score = 1): KeptAnswer => ({
  rev: 1,
  at: NOW - daysAgo * DAY,
  tries: 1,
  answer: {},
  score,
  past: [],
});

const record = (answers: LearnerRecord['answers']): LearnerRecord => ({
  v: 1,
  settings: {},
  drafts: {},
  answers,
});

const names = (asked: readonly Asked[]) =>
  asked.map(({ tutorial, question }) => `${tutorial.id}/${question.id}`);

const COURSE = index({ a: ['1', '2', '3', '4'], b: ['1', '2', '3'], c: ['1', '2'] });

test('due ones come with the wrong ones first, one tutorial after the other', () => {
  const stands = standing(
    COURSE,
    record({
      a: { 1: kept(9), 2: kept(5, 0), 3: kept(4, 0), 4: kept(1) },
      b: { 1: kept(6, 0.5), 2: kept(8), 3: kept(0, 0) },
    }),
    NOW,
  );
  expect(names(stands.due)).toEqual(['b/1', 'a/2', 'a/3', 'a/1', 'b/2']);
  expect(names(stands.later)).toEqual(['b/3', 'a/4']);
  expect(names(stands.unseen)).toEqual(['c/1', 'c/2']);
});

test('to practise: what resisted, then what is new (begun tutorials first), then what is known', () => {
  const stands = standing(COURSE, record({ b: { 1: kept(0), 2: kept(0, 0) } }), NOW);
  expect(stands.due).toEqual([]);
  expect(names(practice(stands))).toEqual([
    'b/2',
    'b/3',
    'a/1',
    'c/1',
    'a/2',
    'c/2',
    'a/3',
    'a/4',
    'b/1',
  ]);
});

test('answers to what is in no quiz any more change nothing', () => {
  const stands = standing(COURSE, record({ a: { gone: kept(9) }, gone: { 1: kept(9) } }), NOW);
  expect([stands.due, stands.later, stands.unseen.length]).toEqual([[], [], 9]);
});

test('every question of the course stands in exactly one list, however quizzes are ordered', () => {
  const quiz = fc.dictionary(
    fc.constantFrom('1', '2', '3', '4', 'gone'),
    fc.tuple(fc.nat(90), fc.constantFrom(0, 0.5, 1)).map(([days, score]) => kept(days, score)),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), quiz), (answers) => {
      const { due, later, unseen } = standing(COURSE, record(answers), NOW);
      const all = names([...due, ...later, ...unseen]);
      expect(all.toSorted()).toEqual(
        COURSE.tutorials.flatMap(({ id, questions }) => questions.map((one) => `${id}/${one.id}`)),
      );
      const reordered = index({ c: ['2', '1'], b: ['3', '1', '2'], a: ['4', '3', '1', '2'] });
      const other = standing(reordered, record(answers), NOW);
      expect(names(other.due).toSorted()).toEqual(names(due).toSorted());
      const firstRight = due.findIndex(({ failed }) => !failed);
      if (firstRight >= 0) expect(due.slice(firstRight).some(({ failed }) => failed)).toBe(false);
    }),
  );
});
