import type { Locale } from '../../i18n/locales.ts';

/** English dates are American, as the spelling is. */
const TAGS = { fr: 'fr-FR', en: 'en-US' } as const satisfies Record<Locale, string>;

/**
 * « 24 novembre 2026 », "November 24, 2026". In UTC: the page built and the page refreshed agree.
 * With `time`, both are those of the reader's own place.
 */
export function formatDate(instant: number, locale: Locale, time = false): string {
  const style = time ? ({ timeStyle: 'short' } as const) : ({ timeZone: 'UTC' } as const);
  return new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', ...style }).format(instant);
}
