import type { Locale } from '../../i18n/locales.ts';

/** What a date of one, two or three parts shows. */
const PARTS = {
  1: { year: 'numeric' },
  2: { year: 'numeric', month: 'long' },
  3: { year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<number, Intl.DateTimeFormatOptions>;

/** `2026`, `2026-11` or `2026-11-25` in words: « 25 novembre 2026 », `November 25, 2026`. */
export function formatDate(date: string, locale: Locale): string {
  const parts = date.split('-').length as keyof typeof PARTS;
  const text = new Intl.DateTimeFormat(locale, { ...PARTS[parts], timeZone: 'UTC' }).format(
    new Date(date),
  );
  // French writes the first of a month as an ordinal.
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
