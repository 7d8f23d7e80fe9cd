import type { Localized } from './locales.ts';
import {
  homePath,
  learnerPath,
  privacyPath,
  quizPath,
  tutorialsPath,
  type LearnerPage,
} from './routes.ts';
import type { TutorialEntry } from './tutorial-index.ts';

const LEARNER_PAGES = ['review', 'ideas', 'progress'] as const satisfies readonly LearnerPage[];

/** Every page that exists in both languages, as the pair of its paths. */
export function pagePairs(tutorials: readonly TutorialEntry[]): readonly Localized[] {
  return [
    { fr: homePath('fr'), en: homePath('en') },
    { fr: tutorialsPath('fr'), en: tutorialsPath('en') },
    { fr: privacyPath('fr'), en: privacyPath('en') },
    ...LEARNER_PAGES.map((page) => ({ fr: learnerPath(page, 'fr'), en: learnerPath(page, 'en') })),
    ...tutorials.flatMap(({ path }) => [path, { fr: quizPath(path.fr), en: quizPath(path.en) }]),
  ];
}
