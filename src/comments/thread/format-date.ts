import type { Locale } from '../../i18n/locales.ts';

/**
 * « 24 novembre 2026 », "November 24, 2026": plain English is American, as the spelling is. In UTC:
 * the page built and the page refreshed agree. With `time`, both are those of the reader's place.
 */
export function formatDate(instant: number, locale: Locale, time = false): string {
  const style = time ? ({ timeStyle: 'short' } as const) : ({ timeZone: 'UTC' } as const);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...style }).format(instant);
}
