/** One fault of a quiz file, where its author mends it. Lines and columns count from 1. */
export interface QuizProblem {
  readonly line: number;
  readonly column: number;
  /** What is wrong, how to mend it, and on two more lines the offending line with a caret. */
  readonly message: string;
}

/** A quiz file that cannot be used, with all that is wrong in it. */
export class QuizError extends Error {
  override readonly name = 'QuizError';
  readonly problems: readonly QuizProblem[];

  constructor(file: string, problems: readonly QuizProblem[]) {
    super(problems.map((problem) => formatQuizProblem(file, problem)).join('\n\n'));
    this.problems = problems;
  }
}

/** `quiz.yaml:12:9: What is wrong. How to mend it.` and the line. */
export function formatQuizProblem(file: string, { line, column, message }: QuizProblem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** A problem at `line:column` of `source`, with that line shown under its sentence. */
export function problemAt(
  source: string,
  line: number,
  column: number,
  sentence: string,
): QuizProblem {
  const text = source.split(/\r?\n/)[line - 1] ?? '';
  // A long line is cut around the fault, so that the caret stays near what it points at.
  const from = Math.max(0, column - 60);
  const shown = text.slice(from, from + 100);
  const gutter = `${line} | `;
  const caret = ' '.repeat(gutter.length + column - 1 - from);
  return { line, column, message: `${sentence}\n${gutter}${shown}\n${caret}^` };
}
