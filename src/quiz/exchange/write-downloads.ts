import type { Quiz } from '../schema.ts';
import type { ExchangeContext } from './exchange-context.ts';
import type { Bytes } from './file-writer.ts';
import { fileName, FORMAT_NAMES, FORMATS, LANGUAGES } from './formats.ts';

/** The file that holds every quiz of the course. */
export const ALL = 'all';

/**
 * Writes every file to download, quiz by quiz: that of each quiz and that of all, in each format
 * and language. `append` puts bytes at the end of a file and is told the
 * last of it; no more is held than the quiz at hand.
 */
export function writeDownloads(
  quizzes: Iterable<Quiz>,
  context: ExchangeContext,
  append: (file: string, bytes: Bytes, last: boolean) => void,
): void {
  const files = FORMAT_NAMES.flatMap((format) =>
    LANGUAGES.map((languages) => ({ format, languages })),
  );
  const all = files.map(({ format, languages }) => ({
    name: fileName(ALL, languages, format),
    writer: FORMATS[format].open(ALL, languages, context),
  }));
  for (const quiz of quizzes) {
    for (const { format, languages } of files) {
      const name = fileName(quiz.id, languages, format);
      const writer = FORMATS[format].open(quiz.id, languages, context);
      append(name, writer.add(quiz), false);
      append(name, writer.end(), true);
    }
    for (const { name, writer } of all) append(name, writer.add(quiz), false);
  }
  for (const { name, writer } of all) append(name, writer.end(), true);
}
