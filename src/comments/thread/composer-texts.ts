import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { TOOLS } from './tools.ts';

/** Stands in a text where the browser puts a name. */
const NAME = { name: '{name}' };

/**
 * What the composer says, in a file of its own: only those who write need it. `{name}` stands
 * where a name goes.
 */
export function composerTexts(locale: Locale) {
  const t = useTranslations(locale);
  return {
    busy: t('comments:busy'),
    awaySending: t('comments:away.sending'),
    thanks: t('comments:waiting.thanks'),
    approved: t('comments:receipt.approved.title'),
    waiting: t('comments:waiting.label'),
    waitingNote: t('comments:waiting.note'),
    replyTo: t('comments:reply.heading', NAME),
    cancel: t('comments:reply.cancel'),
    change: t('comments:own.change'),
    toolbar: t('comments:tools.label'),
    tools: TOOLS.map(({ tag, attribute, key }) => ({
      name: t(`comments:tools.${tag}`),
      open: attribute ? `<${tag} ${attribute}="">` : `<${tag}>`,
      close: `</${tag}>`,
      key,
    })),
  };
}

export type ComposerTexts = ReturnType<typeof composerTexts>;
