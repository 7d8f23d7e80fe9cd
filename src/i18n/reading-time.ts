import type { Locale } from './locales.ts';

/** Words a minute at which adults read each language (IReST, 2012). */
const WORDS_PER_MINUTE = { fr: 195, en: 228 } as const satisfies Record<Locale, number>;

/** What a reader does not read in a lesson's file: front matter, tags, ids, citations, addresses. */
const NOT_READ = [
  /^---\n[\s\S]*?\n---/,
  /\{\/\*[\s\S]*?\*\/\}/g,
  /\[@[^\]]*\]/g,
  /<\/?[A-Za-z][^>]*>/g,
  /(?<=\])\([^)]*\)/g,
] as const;

/**
 * A word, with the signs that stand inside words and numbers: what `Intl.Segmenter` finds in both
 * languages, at a tenth of its cost.
 */
const WORD =
  /[\p{L}\p{N}_]+(?:(?:['’.]|(?<=\p{L}):(?=\p{L})|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}_]+)*/gu;

/** How many words `text` has. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** Minutes that `text` asks of a reader, at least 1. */
export function readingMinutes(text: string, locale: Locale): number {
  return Math.max(1, Math.round(countWords(text) / WORDS_PER_MINUTE[locale]));
}

/** The words of a lesson's MDX source, without what only the build reads. */
export function lessonText(source: string): string {
  return NOT_READ.reduce((text, pattern) => text.replace(pattern, ' '), source);
}
