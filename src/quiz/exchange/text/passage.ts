import type { Locale, Localized } from '../../../i18n/locales.ts';

/** A paragraph, an item of a list or a block of code, as each language reads it. */
export interface Passage extends Localized {
  readonly kind: 'text' | 'item' | 'code';
  /** Lines of one paragraph have one number. */
  readonly block: number;
}

/** A marked-up text of another format, brought down to what a quiz here can say. */
export interface Passages {
  readonly passages: readonly Passage[];
  /** It names its languages, with Moodle's multilang spans. */
  readonly bilingual: boolean;
  /** What had a look or a place that is not kept: names of elements. */
  readonly dropped: ReadonlySet<string>;
}

/** Which languages a text without multilang spans stands for. */
export type Reads = Locale | 'both';

/** A text in the languages that are there. */
export type SomeLocalized = Readonly<Partial<Record<Locale, string | undefined>>>;

/** One text, a line a passage; `undefined` when all are blank. */
export function joined(
  { passages, bilingual }: Pick<Passages, 'passages' | 'bilingual'>,
  reads: Reads,
): SomeLocalized | undefined {
  const locales: readonly Locale[] = bilingual || reads === 'both' ? ['fr', 'en'] : [reads];
  const texts = locales
    .map((locale) => [locale, passages.map((each) => lineOf(each, locale))] as const)
    .map(([locale, lines]) => [locale, lines.filter((line) => line !== '').join('\n')] as const)
    .filter(([, text]) => text !== '');
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

function lineOf(passage: Passage, locale: Locale): string {
  const text = passage[locale];
  if (text === '') return '';
  if (passage.kind === 'code') return `\`${text}\``;
  return passage.kind === 'item' ? `- ${text}` : text;
}
