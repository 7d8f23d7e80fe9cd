import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time as people say it: « 15 minutes », « 24 heures », "30 days". */
export function keptFor(ms: number, locale: Locale): string {
  const t = useTranslations(locale);
  if (ms < HOUR) return t('privacy.minutes', { count: ms / MINUTE });
  if (ms <= DAY) return t('privacy.hours', { count: ms / HOUR });
  return t('privacy.days', { count: ms / DAY });
}
