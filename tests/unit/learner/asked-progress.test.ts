import { beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage } from './fake-storage.ts';

let write: (question: string, score: number) => void;
let asked: (typeof import('../../../src/learner/asked-progress.ts'))['askedProgress'];

beforeEach(async () => {
  fakeStorage();
  vi.resetModules();
  const { writeAnswer } = await import('../../../src/learner/answers.ts');
  ({ askedProgress: asked } = await import('../../../src/learner/asked-progress.ts'));
  write = (question, score) => {
    writeAnswer('hybrid', question, { rev: 1, at: 1, answer: {}, score });
  };
});

const QUESTIONS = ['a@1', 'b@1', 'c@1', 'd@1', 'e@1', 'f@1', 'g@1'];
const POOLS = '2:c@1,d@1,e@1 1:f@1,g@1';

test('a quiz is as long as what it asks at a time', () => {
  expect(asked('hybrid', QUESTIONS, POOLS)).toEqual({ answered: 0, right: 0, total: 5 });
  expect(asked('hybrid', QUESTIONS, '')).toEqual({ answered: 0, right: 0, total: 7 });
});

test('any questions of a pool count, and never more than it asks', () => {
  for (const [question, score] of [
    ['a', 1],
    ['c', 0],
    ['e', 1],
    ['g', 1],
  ] as const)
    write(question, score);
  expect(asked('hybrid', QUESTIONS, POOLS)).toEqual({ answered: 4, right: 3, total: 5 });
  write('d', 1);
  write('f', 1);
  write('b', 1);
  expect(asked('hybrid', QUESTIONS, POOLS)).toEqual({ answered: 5, right: 5, total: 5 });
});
