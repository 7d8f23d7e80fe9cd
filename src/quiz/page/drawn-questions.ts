import type { Question, Quiz } from '../schema.ts';

/** The questions that a lesson asks: those in no pool, and the first of each pool, in their order. */
export function drawnQuestions({ questions, pools }: Quiz): readonly Question[] {
  return questions.filter(
    (question, index) =>
      question.pool === undefined ||
      questions.slice(0, index).filter(({ pool }) => pool === question.pool).length <
        (pools[question.pool] ?? 0),
  );
}
