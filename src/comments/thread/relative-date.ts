import type { Locale } from '../../i18n/locales.ts';

/** Seconds of each unit, the longest first. */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** « il y a 3 jours », "3 days ago": in the longest unit of which a whole one has passed. */
export function relativeDate(instant: number, now: number, locale: Locale): string {
  const seconds = (instant - now) / 1000;
  const [unit, length] = UNITS.find((each) => Math.abs(seconds) >= each[1]) ?? ['second', Infinity];
  const format = new Intl.RelativeTimeFormat(locale, {
    numeric: unit === 'second' ? 'auto' : 'always',
  });
  return format.format(Math.trunc(seconds / length), unit);
}
