import { describe, expect, test } from 'vitest';
import type { KeptAnswer, LearnerRecord } from '../../../../src/learner/learner-record.ts';
import { ideasOf } from '../../../../src/quiz/ideas/ideas-of.ts';

type Given = Partial<KeptAnswer> & { readonly at: number };

/** A question's answers in a row, the last one being what is kept. */
const kept = (...given: readonly Given[]): KeptAnswer => {
  const answers = given.map((each, index) => ({
    rev: 1,
    tries: index + 1,
    answer: {},
    score: 1,
    ...each,
  }));
  const last = answers.at(-1);
  if (!last) throw new Error('A question is answered at least once.');
  return { ...last, past: answers.slice(0, -1) };
};

const shows = (at: number, ...ideas: string[]): Given => ({ at, score: 0, ideas });

const record = (answers: LearnerRecord['answers']): LearnerRecord => ({
  v: 1,
  settings: {},
  drafts: {},
  answers,
});

const BEARERS = { x: ['a/1', 'b/1'], y: ['a/2'], z: [] };

describe('an idea', () => {
  test.each<[string, LearnerRecord['answers'], readonly [string, number, number?][]]>([
    ['never shown is not held', { a: { 1: kept({ at: 1 }), 2: kept({ at: 2 }) } }, []],
    ['shown is held', { a: { 1: kept(shows(5, 'x')) } }, [['x', 5]]],
    [
      'is gone once its question is answered rightly',
      { a: { 1: kept(shows(5, 'x'), { at: 6 }) } },
      [['x', 5, 6]],
    ],
    [
      'is gone once another question that could show it is answered rightly',
      { a: { 1: kept(shows(5, 'x')) }, b: { 1: kept({ at: 9 }) } },
      [['x', 5, 9]],
    ],
    [
      'stays when that was answered before',
      { a: { 1: kept(shows(5, 'x')) }, b: { 1: kept({ at: 4 }) } },
      [['x', 5]],
    ],
    [
      'stays when the answer was wrong without it, looked up, or a guess',
      {
        a: { 1: kept(shows(5, 'x'), { at: 6, score: 0.5 }, { at: 7, score: 0, revealed: true }) },
        b: { 1: kept({ at: 8, sure: 'guess' }) },
      },
      [['x', 5]],
    ],
    [
      'comes back when it is shown again, and goes again',
      { a: { 1: kept(shows(5, 'x'), { at: 6 }, shows(7, 'x')) }, b: { 1: kept({ at: 9 }) } },
      [['x', 7, 9]],
    ],
    [
      'shown by an earlier version of its question is held all the same',
      { a: { 1: kept({ ...shows(5, 'x'), rev: 1 }, { at: 6, rev: 2 }) } },
      [['x', 5, 6]],
    ],
    [
      'stands before older ones, by when it was seen or corrected',
      { a: { 1: kept(shows(5, 'x'), { at: 6 }), 2: kept(shows(4, 'y')) } },
      [
        ['x', 5, 6],
        ['y', 4],
      ],
    ],
    ['that no catalogue knows is passed over', { a: { 1: kept(shows(5, 'gone')) } }, []],
    [
      'is read from what anyone may have stored',
      { a: { 1: kept({ at: 5, score: 0, ideas: 'x' as unknown as string[] }) } },
      [],
    ],
  ])('%s', (_, answers, expected) => {
    expect(
      ideasOf(record(answers), BEARERS).map(({ idea, seen, corrected }) =>
        corrected === undefined ? [idea, seen] : [idea, seen, corrected],
      ),
    ).toEqual(expected);
  });
});
