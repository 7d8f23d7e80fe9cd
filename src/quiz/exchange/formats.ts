import type { Quiz } from '../schema.ts';
import type { ExchangeContext } from './exchange-context.ts';
import type { Languages, Loss } from './exported.ts';
import type { OpenFile } from './file-writer.ts';
import { giftLosses } from './gift/gift-losses.ts';
import { openGift } from './gift/open-gift.ts';
import { moodleLosses, openMoodle } from './moodle/open-moodle.ts';
import { openQti } from './qti/open-qti.ts';
import { qtiLosses } from './qti/quiz-items.ts';

interface Format {
  /** How the names of its files end. */
  readonly extension: string;
  readonly open: OpenFile;
  /** What it cannot carry of a quiz. */
  readonly losses: (quiz: Quiz, languages: Languages) => readonly Loss[];
}

/** Every format that quizzes are exported to; a new one is one more entry. */
export const FORMATS = {
  gift: { extension: 'gift', open: openGift, losses: giftLosses },
  moodle: { extension: 'moodle.xml', open: openMoodle, losses: moodleLosses },
  qti: { extension: 'qti.zip', open: openQti, losses: qtiLosses },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** The languages of a file, as its name says them. */
export const LANGUAGES = ['fr', 'en', 'both'] as const satisfies readonly Languages[];

/** The folder of the site that holds what is to download. */
export const DOWNLOADS = '/quiz';

/** The name of the file of a quiz, or of `all`: `virtualization.fr.moodle.xml`. */
export function fileName(quiz: string, languages: Languages, format: FormatName): string {
  return `${quiz}.${languages}.${FORMATS[format].extension}`;
}

/** Where the site offers it. */
export function downloadPath(quiz: string, languages: Languages, format: FormatName): string {
  return `${DOWNLOADS}/${fileName(quiz, languages, format)}`;
}

/** A whole file of quizzes; `name` is the id of the one, or `all`. */
export function exportFile(
  format: FormatName,
  name: string,
  quizzes: readonly Quiz[],
  languages: Languages,
  context: ExchangeContext,
): Buffer {
  const writer = FORMATS[format].open(name, languages, context);
  const pieces = [...quizzes.map((quiz) => writer.add(quiz)), writer.end()];
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
  );
}
