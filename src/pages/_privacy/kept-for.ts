import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A time as people say it: « 24 heures », "30 days". */
export function keptFor(ms: number, locale: Locale): string {
  const t = useTranslations(locale);
  return ms <= DAY
    ? t('privacy.hours', { count: ms / HOUR })
    : t('privacy.days', { count: ms / DAY });
}
