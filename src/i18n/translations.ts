import { createInstance, type TFunction } from 'i18next';
import accountsEn from '../../content/messages/en/accounts.json' with { type: 'json' };
import commentsEn from '../../content/messages/en/comments.json' with { type: 'json' };
import diagramsEn from '../../content/messages/en/diagrams.json' with { type: 'json' };
import flowsEn from '../../content/messages/en/flows.json' with { type: 'json' };
import learnerEn from '../../content/messages/en/learner.json' with { type: 'json' };
import mailEn from '../../content/messages/en/mail.json' with { type: 'json' };
import measurementsEn from '../../content/messages/en/measurements.json' with { type: 'json' };
import modelsEn from '../../content/messages/en/models.json' with { type: 'json' };
import moderationEn from '../../content/messages/en/moderation.json' with { type: 'json' };
import personalEn from '../../content/messages/en/personal.json' with { type: 'json' };
import quizEn from '../../content/messages/en/quiz.json' with { type: 'json' };
import quizSheetEn from '../../content/messages/en/quiz-sheet.json' with { type: 'json' };
import siteEn from '../../content/messages/en/site.json' with { type: 'json' };
import spamEn from '../../content/messages/en/spam.json' with { type: 'json' };
import workbenchEn from '../../content/messages/en/workbench.json' with { type: 'json' };
import accountsFr from '../../content/messages/fr/accounts.json' with { type: 'json' };
import commentsFr from '../../content/messages/fr/comments.json' with { type: 'json' };
import diagramsFr from '../../content/messages/fr/diagrams.json' with { type: 'json' };
import flowsFr from '../../content/messages/fr/flows.json' with { type: 'json' };
import learnerFr from '../../content/messages/fr/learner.json' with { type: 'json' };
import mailFr from '../../content/messages/fr/mail.json' with { type: 'json' };
import measurementsFr from '../../content/messages/fr/measurements.json' with { type: 'json' };
import modelsFr from '../../content/messages/fr/models.json' with { type: 'json' };
import moderationFr from '../../content/messages/fr/moderation.json' with { type: 'json' };
import personalFr from '../../content/messages/fr/personal.json' with { type: 'json' };
import quizFr from '../../content/messages/fr/quiz.json' with { type: 'json' };
import quizSheetFr from '../../content/messages/fr/quiz-sheet.json' with { type: 'json' };
import siteFr from '../../content/messages/fr/site.json' with { type: 'json' };
import spamFr from '../../content/messages/fr/spam.json' with { type: 'json' };
import workbenchFr from '../../content/messages/fr/workbench.json' with { type: 'json' };
import { LOCALES, type Locale } from './locales.ts';

/** One namespace a feature: `t('quiz:check')`. */
export const MESSAGES = {
  fr: {
    accounts: accountsFr,
    comments: commentsFr,
    diagrams: diagramsFr,
    flows: flowsFr,
    learner: learnerFr,
    mail: mailFr,
    measurements: measurementsFr,
    models: modelsFr,
    moderation: moderationFr,
    personal: personalFr,
    quiz: quizFr,
    'quiz-sheet': quizSheetFr,
    site: siteFr,
    spam: spamFr,
    workbench: workbenchFr,
  },
  en: {
    accounts: accountsEn,
    comments: commentsEn,
    diagrams: diagramsEn,
    flows: flowsEn,
    learner: learnerEn,
    mail: mailEn,
    measurements: measurementsEn,
    models: modelsEn,
    moderation: moderationEn,
    personal: personalEn,
    quiz: quizEn,
    'quiz-sheet': quizSheetEn,
    site: siteEn,
    spam: spamEn,
    workbench: workbenchEn,
  },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: (typeof MESSAGES)['fr'];
  }
}

export type Translate = TFunction<
  readonly [
    'site',
    'accounts',
    'comments',
    'diagrams',
    'flows',
    'learner',
    'mail',
    'measurements',
    'models',
    'moderation',
    'personal',
    'quiz',
    'quiz-sheet',
    'spam',
    'workbench',
  ]
>;

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
      return [locale, remembering(instance.t)] as const;
    }),
  ),
) as unknown as Record<Locale, Translate>;

/** Most texts stand on every page with nothing to fill in: each of those is looked up once. */
function remembering(t: Translate): Translate {
  const look = t as unknown as (key: string, values?: object) => string;
  const texts = new Map<string, string>();
  const remembered: typeof look = (key, values) => {
    if (values !== undefined) return look(key, values);
    const text = texts.get(key) ?? look(key);
    texts.set(key, text);
    return text;
  };
  return remembered as unknown as Translate;
}

/** The translator of a language; keys are typed, `namespace:key.path`. */
export function useTranslations(locale: Locale): Translate {
  return translators[locale];
}
