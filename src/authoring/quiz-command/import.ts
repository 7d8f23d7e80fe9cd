import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale, LOCALES, type Locale } from '../../i18n/locales.ts';
import { importGift } from '../../quiz/exchange/gift/import-gift.ts';
import type { Imported, ImportOptions } from '../../quiz/exchange/imported.ts';
import { importMdbook } from '../../quiz/exchange/toml/import-mdbook.ts';
import { unwritten } from '../../quiz/exchange/unwritten.ts';
import { idMaker, idOf } from '../../quiz/exchange/yaml/name-ids.ts';
import type { QuizSketch } from '../../quiz/exchange/yaml/sketch.ts';
import { writeQuizYaml } from '../../quiz/exchange/yaml/write-quiz-yaml.ts';
import { KEBAB_CASE } from '../../quiz/schema.ts';
import type { QuizCommand } from './quiz-command.ts';

interface Format {
  /** How the names of its files end. */
  readonly endings: readonly string[];
  readonly read: (source: string, options: ImportOptions) => Imported;
}

/** Every format that quizzes are imported from; a new one is one more entry. */
const FORMATS: Readonly<Record<string, Format>> = {
  gift: { endings: ['.gift', '.txt'], read: importGift },
  'mdbook-quiz': { endings: ['.toml'], read: importMdbook },
};

/** Larger files are no quizzes, or hold pictures, which are not carried. */
const MOST_BYTES = 5_000_000;

/** `npm run quiz -- import`. */
export const importCommand: QuizCommand = {
  usage: `import FILE… [--format gift|mdbook-quiz] [--tutorial ID] [--locale fr|en]
       [--out FILE]

Makes one quiz of files of other platforms; says on stderr what was left out and what its author
still has to write.
  --format    what the files are (the default: by their names; .gift, .txt and .toml are known)
  --tutorial  the id of the tutorial that the quiz is for (the default: what the files tell)
  --locale    the language of files that hold one and do not name it
  --out       a new file (the default: stdout)`,
  run: (args) => {
    const { values, positionals: files } = parseArgs({
      args: [...args],
      options: OPTIONS,
      strict: true,
      allowPositionals: true,
    });
    if (files.length === 0) throw new Error('Name a file to import.');
    const locale = localeOf(values.locale);
    const questionId = idMaker();
    const imported = files.map((file) => {
      const { read } = formatOf(file, values.format);
      return { file, ...read(textOf(file), { file, locale, questionId }) };
    });
    const sketch: QuizSketch = {
      id: tutorialOf(values.tutorial) ?? imported.find(({ quiz }) => quiz)?.quiz,
      questions: imported.flatMap(({ questions }) => questions),
    };
    const told = imported.flatMap(({ file, remarks }) =>
      remarks.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`),
    );
    if (sketch.questions.length === 0) {
      const sentence = `There is no question to import in ${files.join(', ')}.`;
      throw new Error([sentence, ...told].join('\n'));
    }
    const notes = [...told, ...summary(sketch, values.out)];
    const yaml = writeQuizYaml(sketch);
    if (values.out === undefined) return { out: yaml, notes };
    writeNew(values.out, yaml);
    return { out: `${values.out}\n`, notes };
  },
};

const OPTIONS = {
  format: { type: 'string' },
  tutorial: { type: 'string' },
  locale: { type: 'string' },
  out: { type: 'string' },
} as const;

function localeOf(text: string | undefined): Locale | undefined {
  if (text === undefined || isLocale(text)) return text;
  throw new Error(`--locale ${text}: there are ${LOCALES.join(', ')}.`);
}

function tutorialOf(id: string | undefined): string | undefined {
  if (id === undefined || KEBAB_CASE.test(id)) return id;
  throw new Error(`--tutorial ${id}: write it in kebab-case, such as ${idOf(id) || 'hybrid'}.`);
}

function formatOf(file: string, named: string | undefined): Format {
  const known = Object.keys(FORMATS).join(', ');
  if (named !== undefined) {
    const format = Object.hasOwn(FORMATS, named) ? FORMATS[named] : undefined;
    if (format) return format;
    throw new Error(`--format ${named}: there are ${known}.`);
  }
  const name = basename(file).toLowerCase();
  const format = Object.values(FORMATS).find(({ endings }) =>
    endings.some((ending) => name.endsWith(ending)),
  );
  if (format) return format;
  throw new Error(`${file}: its name does not tell what it is. Add --format: ${known}.`);
}

function textOf(file: string): string {
  const { size } = statSync(file);
  if (size > MOST_BYTES) {
    throw new Error(`${file} has ${size} bytes; a file of questions has ${MOST_BYTES} at most.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Error(`${file} is not text in UTF-8. Save it as plain text in UTF-8.`, {
      cause: error,
    });
  }
}

/** Writes a file that is not there yet: what an author wrote is never overwritten. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new Error(`${file} is there already. Choose another name.`, { cause: error });
  }
}

/** What came in, and what it still wants. */
function summary(sketch: QuizSketch, file = 'FILE'): readonly string[] {
  const types = [...Map.groupBy(sketch.questions, ({ type }) => type)].map(
    ([type, { length }]) => `${length} ${type}`,
  );
  const missing = [...unwritten(sketch)].map(([key, count]) => `${count} ${key}`);
  const { length } = sketch.questions;
  return [
    `${length} ${length === 1 ? 'question' : 'questions'}: ${types.join(', ')}.`,
    ...(missing.length === 0
      ? []
      : [
          `Still to write: ${missing.join(', ')}.`,
          `\`npm run quiz -- check ${file}\` tells where, line by line.`,
        ]),
  ];
}
