import type { Locale } from '../../i18n/locales.ts';

/** What a date of one, two or three parts shows. */
const PARTS = {
  1: { year: 'numeric' },
  2: { year: 'numeric', month: 'long' },
  3: { year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<number, Intl.DateTimeFormatOptions>;

/** The space between a day and its month, in either order: no line ends there. */
const DAY_AND_MONTH = /(?<=^\d{1,2}(?:er)?) | (?=\d{1,2},)/;

/** Making one costs far more than using it, and a page has dozens of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, parts: keyof typeof PARTS): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`;
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...PARTS[parts], timeZone: 'UTC' });
  formatters.set(key, known);
  return known;
}

/** The same sources stand under many lessons. */
const written = new Map<string, string>();

/** `2026`, `2026-11` or `2026-11-25` in words: « 25 novembre 2026 », `November 25, 2026`. */
export function formatDate(date: string, locale: Locale): string {
  const key = `${locale} ${date}`;
  const known = written.get(key) ?? write(date, locale);
  written.set(key, known);
  return known;
}

function write(date: string, locale: Locale): string {
  const parts = date.split('-').length as keyof typeof PARTS;
  const text = formatter(locale, parts).format(new Date(date));
  // French writes the first of a month as an ordinal.
  const words = locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
  return words.replace(DAY_AND_MONTH, '\u00A0');
}
