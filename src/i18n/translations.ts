import { createInstance, type TFunction } from 'i18next';
import commentsEn from '../../content/messages/en/comments.json' with { type: 'json' };
import diagramsEn from '../../content/messages/en/diagrams.json' with { type: 'json' };
import moderationEn from '../../content/messages/en/moderation.json' with { type: 'json' };
import quizEn from '../../content/messages/en/quiz.json' with { type: 'json' };
import siteEn from '../../content/messages/en/site.json' with { type: 'json' };
import commentsFr from '../../content/messages/fr/comments.json' with { type: 'json' };
import diagramsFr from '../../content/messages/fr/diagrams.json' with { type: 'json' };
import moderationFr from '../../content/messages/fr/moderation.json' with { type: 'json' };
import quizFr from '../../content/messages/fr/quiz.json' with { type: 'json' };
import siteFr from '../../content/messages/fr/site.json' with { type: 'json' };
import { LOCALES, type Locale } from './locales.ts';

/** One namespace a feature: `t('quiz:check')`. */
export const MESSAGES = {
  fr: {
    comments: commentsFr,
    diagrams: diagramsFr,
    moderation: moderationFr,
    quiz: quizFr,
    site: siteFr,
  },
  en: {
    comments: commentsEn,
    diagrams: diagramsEn,
    moderation: moderationEn,
    quiz: quizEn,
    site: siteEn,
  },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: (typeof MESSAGES)['fr'];
  }
}

export type Translate = TFunction<readonly ['site', 'comments', 'diagrams', 'moderation', 'quiz']>;

// One frozen instance a language: pages of both are rendered at the same time.
const translators = Object.fromEntries(
  await Promise.all(
    LOCALES.map(async (locale) => {
      const instance = createInstance();
      await instance.init({
        lng: locale,
        supportedLngs: LOCALES,
        fallbackLng: false,
        resources: MESSAGES,
        ns: Object.keys(MESSAGES[locale]),
        defaultNS: 'site',
        returnNull: false,
        interpolation: { escapeValue: false },
      });
      return [locale, instance.t] as const;
    }),
  ),
) as unknown as Record<Locale, Translate>;

/** The translator of a language; keys are typed, `namespace:key.path`. */
export function useTranslations(locale: Locale): Translate {
  return translators[locale];
}
