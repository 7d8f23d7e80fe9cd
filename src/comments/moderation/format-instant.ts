import type { Locale } from '../../i18n/locales.ts';

const TAGS = { fr: 'fr-FR', en: 'en-US' } as const satisfies Record<Locale, string>;

/** Date and time in UTC, named as such: moderators may live in several time zones. */
export function formatInstant(instant: number, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(instant);
}
