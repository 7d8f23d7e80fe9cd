import { formatQuizProblem, problemAt, type QuizProblem } from '../authoring/quiz-problem.ts';

/** Something that cannot be read, at an offset of its file. */
export interface ImportFault {
  readonly offset: number;
  /** What is wrong, then how to mend it. */
  readonly message: string;
}

/** A file that cannot be imported, with all that is wrong in it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly problems: readonly QuizProblem[];

  constructor(file: string, problems: readonly QuizProblem[]) {
    super(problems.map((problem) => formatQuizProblem(file, problem)).join('\n\n'));
    this.problems = problems;
  }
}

/** More faults than this are not shown: the file is probably of another kind. */
const MOST_SHOWN = 100;

/** Throws an {@link ImportError} unless `faults` is empty. */
export function refuseFaults(source: string, file: string, faults: readonly ImportFault[]): void {
  if (faults.length === 0) return;
  const place = placesOf(source);
  const problems = faults
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, MOST_SHOWN)
    .map(({ offset, message }) => {
      const { line, column } = place(offset);
      return problemAt(source, line, column, message);
    });
  throw new ImportError(file, problems);
}

/** From an offset of `source` to its line and column, both from 1. */
export function placesOf(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...Array.from(source.matchAll(/\r?\n/g), (end) => end.index + end[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
