import { LineCounter, parseDocument } from 'yaml';
import { quickYaml } from '../../lib/quick-yaml.ts';
import { checkQuiz } from './checks.ts';
import { draftOf } from './draft.ts';
import { explainIssue } from './explain-issue.ts';
import type { Known } from './known.ts';
import { offsetOf } from './locate.ts';
import { problemAt, QuizError, type QuizProblem } from './quiz-problem.ts';
import { quizSchema, type Quiz } from '../schema.ts';

export { QuizError, type QuizProblem } from './quiz-problem.ts';
export type { Known } from './known.ts';

/**
 * Reads a `quiz.yaml`. `file` is the path that messages show; `known` is what the quiz may name.
 * Throws a {@link QuizError} that holds every fault, in the order of the file.
 */
export function readQuiz(source: string, file: string, known: Known): Quiz {
  const named = { id: folderOf(file), ...known };
  return rightQuiz(source, named) ?? explainedQuiz(source, file, named);
}

/** The quiz, if nothing is wrong with it: nearly always. */
function rightQuiz(source: string, known: Known): Quiz | undefined {
  const value = quickYaml(source);
  const { data } = quizSchema.safeParse(value);
  return data && checkQuiz(draftOf(value), known).length === 0 ? data : undefined;
}

/** Reads anew what is wrong, with the place of everything. */
function explainedQuiz(source: string, file: string, known: Known): Quiz {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, sentence: string): QuizProblem => {
    const { line, col } = lines.linePos(offset);
    return problemAt(source, line, col, sentence);
  };
  // Past the first error of YAML, what the parser makes of the rest is a guess: stop there.
  const [broken] = document.errors;
  if (broken) {
    const sentence = `This is not valid YAML: ${broken.message}. ${yamlMend(broken.code)}`;
    throw new QuizError(file, [at(broken.pos[0], sentence)]);
  }

  const value: unknown = document.toJS();
  const draft = draftOf(value);
  const result = quizSchema.safeParse(value);
  const faults = [
    ...(result.error?.issues ?? []).flatMap((issue) => explainIssue(issue, value, draft)),
    ...checkQuiz(draft, known),
  ];
  if (result.success && faults.length === 0) return result.data;
  throw new QuizError(
    file,
    faults
      .map(({ path, message }) => at(offsetOf(document, path), message))
      .sort((a, b) => a.line - b.line || a.column - b.column),
  );
}

/** `content/tutorials/hybrid/quiz.yaml` belongs to `hybrid`. */
function folderOf(file: string): string {
  return file.split(/[\\/]/).at(-2) ?? '';
}

/** What most often lies behind an error of the YAML parser. */
const YAML_MENDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  BAD_INDENT: 'Check the indentation, and that each `{`, `[` and quote is closed on its line.',
  TAB_AS_INDENT: 'Indent with spaces.',
  MISSING_CHAR: 'Close it.',
};

function yamlMend(code: string): string {
  return (
    YAML_MENDS[code] ?? 'Put a text that contains `: `, `#`, or begins with a sign, between quotes.'
  );
}
