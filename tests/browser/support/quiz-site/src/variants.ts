import { readFileSync } from 'node:fs';
import { readQuiz } from '../../../../../src/quiz/authoring/read-quiz.ts';
import type { Question, Quiz } from '../../../../../src/quiz/schema.ts';

const known = {
  objectives: new Set(['tell']),
  sections: new Set(['shared-kernel', 'images']),
  sources: new Set(['handbook']),
};

/** From the root of the project, where the build runs. */
const read = (id: string, name: string): Quiz => {
  const file = `tests/browser/support/quiz-site/${name}.yaml`;
  return readQuiz(readFileSync(file, 'utf8'), file, { ...known, id });
};
const sample = read('sample', 'quiz');
const types = read('types', 'types');

const backwards = (quiz: Quiz): Quiz => ({
  ...quiz,
  questions: quiz.questions
    .map((question): Question => {
      if ('options' in question) return { ...question, options: question.options.toReversed() };
      if (question.type === 'rows') return { ...question, rows: question.rows.toReversed() };
      return question.type === 'match'
        ? {
            ...question,
            items: question.items.toReversed(),
            targets: question.targets.toReversed(),
          }
        : question;
    })
    .toReversed(),
});

/** What authors do to a quiz: publish it, move and reorder it, change its answers, put two on a page. */
export const VARIANTS: Readonly<Record<string, readonly Quiz[]>> = {
  quiz: [sample],
  moved: [backwards(sample)],
  revised: [
    {
      ...sample,
      questions: sample.questions.map((question) => ({ ...question, rev: question.rev + 1 })),
    },
  ],
  two: [sample, { ...sample, id: 'other' }],
  // One question of each type that is more than options to tick.
  types: [types],
  'types-moved': [backwards(types)],
  shuffled: [{ ...sample, shuffle: true }],
};
