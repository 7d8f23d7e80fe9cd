import type { Quiz } from '../schema.ts';
import type { ExchangeContext } from './exchange-context.ts';
import type { Languages } from './exported.ts';

export type Bytes = string | Uint8Array;

/** Writes a file piece by piece: quiz by quiz, so that nobody need hold a course at once. */
export interface FileWriter {
  readonly add: (quiz: Quiz) => Bytes;
  /** What closes the file. */
  readonly end: () => Bytes;
}

/** Opens a file of the given name, which formats that name their contents use. */
export type OpenFile = (name: string, languages: Languages, context: ExchangeContext) => FileWriter;

/** Makes a piece of a quiz, or gives the one that was made for the same key before. */
export type Remember<Made> = (
  quiz: Quiz,
  context: ExchangeContext,
  key: string,
  make: () => Made,
) => Made;

/**
 * A piece is made once for a quiz, though two files hold it: that of the quiz and that of all. It
 * is kept no longer than the quiz is.
 */
export function rememberPieces<Made>(): Remember<Made> {
  const pieces = new WeakMap<Quiz, WeakMap<ExchangeContext, Map<string, Made>>>();
  return (quiz, context, key, make) => {
    const ofQuiz = pieces.get(quiz) ?? new WeakMap<ExchangeContext, Map<string, Made>>();
    const known = ofQuiz.get(context) ?? new Map<string, Made>();
    pieces.set(quiz, ofQuiz.set(context, known));
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
}
