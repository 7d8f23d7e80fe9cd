import type { Localized } from './locales.ts';
import { homePath, privacyPath, quizPath, tutorialsPath } from './routes.ts';
import type { TutorialEntry } from './tutorial-index.ts';

/** Every page that exists in both languages, as the pair of its paths. */
export function pagePairs(tutorials: readonly TutorialEntry[]): readonly Localized[] {
  return [
    { fr: homePath('fr'), en: homePath('en') },
    { fr: tutorialsPath('fr'), en: tutorialsPath('en') },
    { fr: privacyPath('fr'), en: privacyPath('en') },
    ...tutorials.flatMap(({ path }) => [path, { fr: quizPath(path.fr), en: quizPath(path.en) }]),
  ];
}
