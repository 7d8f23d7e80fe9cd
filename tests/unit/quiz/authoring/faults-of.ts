import { QuizError, readQuiz, type Known } from '../../../../src/quiz/authoring/read-quiz.ts';

/** The faults of a quiz file, as `line:col message`. */
export function faultsOf(source: string, file: string, known: Known): readonly string[] {
  try {
    readQuiz(source, file, known);
  } catch (error) {
    if (!(error instanceof QuizError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}
