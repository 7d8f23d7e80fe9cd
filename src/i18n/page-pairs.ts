import {
  DIAGRAM_SLUGS,
  diagramPath,
  diagramsPath,
  measurementsPath,
  workbenchPath,
  type DiagramPageId,
} from './diagram-routes.ts';
import type { Locale, Localized } from './locales.ts';
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

const both = (path: (locale: Locale) => string): Localized => ({ fr: path('fr'), en: path('en') });

/** Every page that exists in both languages, as the pair of its paths. */
export function pagePairs(tutorials: readonly TutorialEntry[]): readonly Localized[] {
  return [
    ...[homePath, tutorialsPath, privacyPath].map(both),
    ...LEARNER_PAGES.map((page) => both((locale) => learnerPath(page, locale))),
    ...[diagramsPath, workbenchPath, measurementsPath].map(both),
    ...(Object.keys(DIAGRAM_SLUGS) as DiagramPageId[]).map((id) =>
      both((locale) => diagramPath(id, locale)),
    ),
    ...tutorials.flatMap(({ path }) => [path, { fr: quizPath(path.fr), en: quizPath(path.en) }]),
  ];
}
