import type { Locale, Localized } from './locales.ts';

/** First path segments under a locale; ids never change, segments are translated. */
const SEGMENTS = {
  tutorials: { fr: 'tutoriels', en: 'tutorials' },
  privacy: { fr: 'confidentialite', en: 'privacy' },
  review: { fr: 'reviser', en: 'review' },
  ideas: { fr: 'idees-a-corriger', en: 'ideas-to-correct' },
  progress: { fr: 'progression', en: 'progress' },
} as const satisfies Record<string, Localized>;

/** Path of the home page, with its trailing slash. */
export function homePath(locale: Locale): string {
  return `/${locale}/`;
}

/** The path segment under which a language keeps its tutorials. */
export function tutorialsSegment(locale: Locale): string {
  return SEGMENTS.tutorials[locale];
}

/** Path of the list of tutorials. */
export function tutorialsPath(locale: Locale): string {
  return `/${locale}/${SEGMENTS.tutorials[locale]}/`;
}

/** Path of a tutorial, from its translated slug. */
export function tutorialPath(locale: Locale, slug: string): string {
  return `${tutorialsPath(locale)}${slug}/`;
}

/** Path of the whole quiz of a tutorial, below the path of the tutorial. */
export function quizPath(tutorial: string): string {
  return `${tutorial}quiz/`;
}

/**
 * Path of all questions of a tutorial without a page around them, below the path of the tutorial:
 * other pages fetch it. A whole page has styles that the policy of the fetching one would refuse.
 */
export function questionsPath(tutorial: string): string {
  return `${quizPath(tutorial)}questions.html`;
}

/** The path segment of the page about personal data. */
export function privacySegment(locale: Locale): string {
  return SEGMENTS.privacy[locale];
}

/** Path of the page about personal data. */
export function privacyPath(locale: Locale): string {
  return `/${locale}/${SEGMENTS.privacy[locale]}/`;
}

/** The pages of what the reader has learnt. */
export type LearnerPage = 'review' | 'ideas' | 'progress';

/** The path segment of a page of what the reader has learnt. */
export function learnerSegment(page: LearnerPage, locale: Locale): string {
  return SEGMENTS[page][locale];
}

/** Path of a page of what the reader has learnt. */
export function learnerPath(page: LearnerPage, locale: Locale): string {
  return `/${locale}/${SEGMENTS[page][locale]}/`;
}

/** Path of what the page of review fetches: every question of the course, without its words. */
export function quizIndexPath(locale: Locale): string {
  return `/${locale}/quiz-index.json`;
}
