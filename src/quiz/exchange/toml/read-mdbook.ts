import { parse, TomlError } from 'smol-toml';
import { suggestion } from '../../authoring/closest.ts';
import { ImportError, refuseFaults, type ImportFault } from '../import-fault.ts';
import { problemAt } from '../../authoring/quiz-problem.ts';
import { MDBOOK_QUESTIONS, mdbookQuizSchema, type MdbookQuiz } from './mdbook-schema.ts';

/** Arrays and tables inside each other at their deepest; a quiz has three levels. */
const DEEPEST = 30;

export interface ReadMdbook {
  readonly quiz: MdbookQuiz;
  /** Where each question begins. */
  readonly offsets: readonly number[];
}

/**
 * Reads a quiz of mdbook-quiz. `file` is the path that messages show.
 * Throws an `ImportError`: with the first error of TOML, or with every fault of shape.
 */
export function readMdbook(source: string, file: string): ReadMdbook {
  const value = parseToml(source, file);
  const offsets = offsetsOfQuestions(source);
  const result = mdbookQuizSchema.safeParse(value);
  if (result.success) return { quiz: result.data, offsets };
  const faults = result.error.issues.map(({ path, code, message }): ImportFault => {
    const [list, index, ...rest] = path;
    const isInQuestion = list === 'questions' && typeof index === 'number';
    const where = isInQuestion ? `Question no. ${index + 1}: ` : '';
    const key = (isInQuestion ? rest : path).join('.');
    const found = path.reduce<unknown>(
      (node, step) => (typeof node === 'object' && node ? Reflect.get(node, step) : undefined),
      value,
    );
    const offset = isInQuestion ? (offsets[index] ?? 0) : 0;
    if (code === 'invalid_union' && key === 'type') {
      const types = Object.keys(MDBOOK_QUESTIONS);
      const what =
        found === undefined ? '`type` is missing.' : `There is no type \`${show(found)}\`.`;
      return { offset, message: `${where}${what} ${suggestion(String(found), types)}` };
    }
    const what = found === undefined ? 'is missing' : `is not what it should be (${message})`;
    return { offset, message: `${where}\`${key || 'the file'}\` ${what}.` };
  });
  refuseFaults(source, file, faults);
  throw new ImportError(file, []);
}

function parseToml(source: string, file: string): unknown {
  try {
    return parse(source, { maxDepth: DEEPEST, unsafeKeyBehaviour: 'throw' });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = 'It cannot be read.'] = error.message
      .replace(/^Invalid TOML document: /, '')
      .split('\n');
    const sentence = `This is not valid TOML: ${first}. Close every quote and bracket.`;
    throw new ImportError(file, [problemAt(source, error.line, error.column, sentence)]);
  }
}

const show = (value: unknown) => String(value).slice(0, 40);

/** TOML's values do not know their places; the headers of the questions stand in the file. */
function offsetsOfQuestions(source: string): readonly number[] {
  return Array.from(
    source.matchAll(/^[ \t]*\[\[[ \t]*questions[ \t]*\]\]/gm),
    ({ index }) => index,
  );
}
