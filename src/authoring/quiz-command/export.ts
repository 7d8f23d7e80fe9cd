import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { useTranslations } from '../../i18n/translations.ts';
import type { Loss } from '../../quiz/exchange/exported.ts';
import {
  exportFile,
  fileName,
  FORMAT_NAMES,
  FORMATS,
  LANGUAGES,
} from '../../quiz/exchange/formats.ts';
import { ALL } from '../../quiz/exchange/write-downloads.ts';
import type { Quiz } from '../../quiz/schema.ts';
import { checkCourse } from '../check-course.ts';
import { readExchangeContext } from '../exchange-context.ts';
import { AuthoringError } from '../problem.ts';
import { quizzesIn } from '../quizzes-in.ts';
import { stackLayers } from '../stack-layers.ts';
import type { QuizCommand } from './quiz-command.ts';

/** `npm run quiz -- export`. */
export const exportCommand: QuizCommand = {
  usage: `export [--quiz ID|all] [--format gift|moodle|qti] [--language fr|en|both]
       [--out FILE|FOLDER] [--site URL]

Writes quizzes for other platforms; says on stderr what the format cannot carry.
  --quiz      one tutorial's quiz, or all of them in one file (the default)
  --format    gift, moodle (the default: Moodle XML) or qti (a package of QTI 2.1)
  --language  fr, en, or both side by side (the default)
  --out       a file, or a folder for a file of its own name (the default: here); - is stdout
  --site      where the site is, for links to what teaches the answer (the default: SITE_URL)`,
  run: (args) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    const format = oneOf('format', values.format, FORMAT_NAMES);
    const languages = oneOf('language', values.language, LANGUAGES);
    const context = readExchangeContext('', siteOf(values.site ?? process.env['SITE_URL']));
    const quizzes = wanted(values.quiz, courseQuizzes());
    const bytes = exportFile(format, values.quiz, quizzes, languages, context);
    const notes = quizzes.flatMap((quiz) =>
      lossNotes(quiz, FORMATS[format].losses(quiz, languages)),
    );
    const file = fileOf(values.out, fileName(values.quiz, languages, format));
    if (file === null) return { out: bytes, notes };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return { out: `${file}\n`, notes };
  },
};

const OPTIONS = {
  quiz: { type: 'string', default: ALL },
  format: { type: 'string', default: 'moodle' },
  language: { type: 'string', default: 'both' },
  out: { type: 'string', default: '.' },
  site: { type: 'string' },
} as const;

function courseQuizzes(): readonly Quiz[] {
  const problems = checkCourse('content', '', stackLayers());
  if (problems.length > 0) throw new AuthoringError(problems);
  return [...quizzesIn('')];
}

function wanted(id: string, quizzes: readonly Quiz[]): readonly Quiz[] {
  const found = id === ALL ? quizzes : quizzes.filter((quiz) => quiz.id === id);
  if (found.length > 0) return found;
  const known = [ALL, ...quizzes.map((quiz) => quiz.id)].join(', ');
  throw new Error(`--quiz ${id}: there are ${known}.`);
}

function oneOf<Value extends string>(
  option: string,
  text: string,
  values: readonly Value[],
): Value {
  const value = values.find((one) => one === text);
  if (value !== undefined) return value;
  throw new Error(`--${option} ${text}: there are ${values.join(', ')}.`);
}

function siteOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Error(`--site ${text}: an address begins with https:// or http://.`);
}

/** Where to write; null is stdout. */
function fileOf(out: string, name: string): string | null {
  if (out === '-') return null;
  const isFolder = out.endsWith('/') || (existsSync(out) && statSync(out).isDirectory());
  return isFolder ? join(out, name) : out;
}

/** What was lost, a line a kind, with the questions that lost it. */
function lossNotes(quiz: Quiz, losses: readonly Loss[]): readonly string[] {
  const t = useTranslations('en');
  return [...Map.groupBy(losses, ({ what }) => what)].map(([what, lost]) => {
    const questions = lost.map(({ question }) => question).filter((id) => id !== '');
    const where = questions.length > 0 ? ` (${questions.join(', ')})` : '';
    return `${quiz.id}: ${t(`quiz-sheet:loss.${what}`)}${where}`;
  });
}
