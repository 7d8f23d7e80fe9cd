import type { Locale } from './locales.ts';

/**
 * The day of an instant where the reader is, in words: « 26 novembre », `November 26`; with its
 * year when that is not the year of `now`, and with the day of the week if asked for.
 */
export function dayWords(
  instant: number,
  now: number,
  locale: Locale,
  weekday?: 'weekday',
): string {
  const sameYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
  const words = new Intl.DateTimeFormat(locale, {
    ...(weekday && { weekday: 'long' }),
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  }).format(instant);
  // French writes the first of a month as an ordinal; no line ends between a day and its month.
  return locale === 'fr'
    ? words.replace(/\b1(?= )/, '1er').replace(/(?<=\b\d+(?:er)?) /, '\u00A0')
    : words.replace(/ (?=\d{1,2}\b)/, '\u00A0');
}
