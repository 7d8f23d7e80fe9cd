import type { Locale } from '../../i18n/locales.ts';
import type { LossKind } from '../exchange/exported.ts';
import { FORMATS, type FormatName } from '../exchange/formats.ts';
import type { Quiz } from '../schema.ts';

/** What a format cannot carry, and of how many questions; 0 when it is of the quiz as a whole. */
export interface CountedLoss {
  readonly what: LossKind;
  readonly questions: number;
}

/** What nobody misses who chose it: the other language, and names that only this site uses. */
const UNSAID: readonly LossKind[] = ['language', 'names'];

/** What a format cannot carry of a quiz, each once. */
export function lossesOf(format: FormatName, quiz: Quiz, locale: Locale): readonly CountedLoss[] {
  const counts = new Map<LossKind, number>();
  for (const { question, what } of FORMATS[format].losses(quiz, locale))
    counts.set(what, (counts.get(what) ?? 0) + (question === '' ? 0 : 1));
  return [...counts]
    .filter(([what]) => !UNSAID.includes(what))
    .map(([what, questions]) => ({ what, questions }));
}
