import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { rememberInBuild } from '../../lib/remember-in-build.ts';

/** Numbers that only the browser knows stay as `{name}` until it fills them in. */
const COUNTS = { right: '{right}', total: '{total}' };

/** What a plate says of a quiz that was begun, of one that was finished, and of what is due again. */
export const progressWords = rememberInBuild((locale: Locale) => {
  const t = useTranslations(locale);
  return {
    begun: t('lesson.progress', COUNTS),
    done: t('lesson.done', COUNTS),
    due: t('learner:due', { due: '{due}' }),
  };
});
