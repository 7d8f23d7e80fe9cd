import type { Locale } from '../../i18n/locales.ts';
import type { QuestionSketch } from './yaml/sketch.ts';

/** What an import changed or left out, and where it stood. */
export interface Remark {
  readonly line: number;
  readonly column: number;
  /** What could not be carried, as a sentence. */
  readonly message: string;
}

/** What was read from one file. */
export interface Imported {
  /** The id of the quiz, where the file tells it. */
  readonly quiz?: string | undefined;
  readonly questions: readonly QuestionSketch[];
  readonly remarks: readonly Remark[];
}

/** What a file does not tell by itself. */
export interface ImportOptions {
  /** The path that messages show. */
  readonly file: string;
  /** The language of texts that name none. */
  readonly locale?: Locale | undefined;
  /** Gives out the ids of questions, each once. */
  readonly questionId: (text: string, otherwise: string) => string;
}

/** The texts of a file name no language, and nobody said it. */
export class LanguageUnknownError extends Error {
  override readonly name = 'LanguageUnknownError';

  constructor(file: string) {
    super(
      `${file} does not tell the language of its texts. Add \`--locale fr\` or \`--locale en\`.`,
    );
  }
}
