import type { Locale, Localized } from './locales.ts';

/** First path segments under a locale; ids never change, segments are translated. */
const SEGMENTS = {
  tutorials: { fr: 'tutoriels', en: 'tutorials' },
  privacy: { fr: 'confidentialite', en: 'privacy' },
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

/** The path segment of the page about personal data. */
export function privacySegment(locale: Locale): string {
  return SEGMENTS.privacy[locale];
}

/** Path of the page about personal data. */
export function privacyPath(locale: Locale): string {
  return `/${locale}/${SEGMENTS.privacy[locale]}/`;
}
