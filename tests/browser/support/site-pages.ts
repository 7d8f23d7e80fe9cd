import {
  DIAGRAM_SLUGS,
  diagramPath,
  type DiagramPageId,
} from '../../../src/i18n/diagram-routes.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { pagePairs } from '../../../src/i18n/page-pairs.ts';
import { readTutorialIndex } from '../../../src/i18n/tutorial-index.ts';

export const TUTORIALS = readTutorialIndex('content/tutorials');

/** Pages that exist in both languages, as pairs of paths. */
export const PAIRS = pagePairs(TUTORIALS);

/** Paths of the tutorials in both languages. */
export const TUTORIAL_PATHS = TUTORIALS.flatMap(({ path }) => LOCALES.map((lang) => path[lang]));

/** Pages of diagrams are of a few kinds: one of each stands for them where a look takes seconds. */
const KINDS: readonly DiagramPageId[] = ['hybrid', 'namespaces', 'decision'];

const ALIKE = new Set<string>(
  (Object.keys(DIAGRAM_SLUGS) as DiagramPageId[])
    .filter((id) => !KINDS.includes(id))
    .flatMap((id) => LOCALES.map((locale) => diagramPath(id, locale))),
);

/** Every page of the site; an address that leads nowhere shows each 404. */
export const PAGES = [
  ...PAIRS.flatMap((pair) => LOCALES.map((lang) => pair[lang])),
  '/404.html',
  ...LOCALES.map((lang) => `/${lang}/404.html`),
];

/** Every page, and of pages that are alike one of each kind. */
export const SEEN_PAGES = PAGES.filter((path) => !ALIKE.has(path));

/** The language that a path promises. */
export function localeOfPath(path: string): 'fr' | 'en' {
  return path.startsWith('/en/') ? 'en' : 'fr';
}
