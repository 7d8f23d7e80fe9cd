import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standalonePicture } from '../diagrams/standalone-picture.ts';
import { LOCALES, type Locale, type Localized } from '../i18n/locales.ts';
import { readTutorialIndex, type TutorialEntry } from '../i18n/tutorial-index.ts';
import { typography } from '../i18n/typography.ts';
import { quickYaml } from '../lib/quick-yaml.ts';
import type { ExchangeContext } from '../quiz/exchange/exchange-context.ts';
import type { Source } from './front-matter.ts';

const PICTURES = 'src/diagrams/pictures';

/**
 * What exported quizzes say of the course in the project at `root` (`''` for here), which is right:
 * the build has checked it. Links lead to `site`; without it there are none.
 */
export function readExchangeContext(root: string, site?: string): ExchangeContext {
  const folder = join(root, 'content/tutorials');
  const lessons = new Map(readTutorialIndex(folder).map((lesson) => [lesson.id, lesson]));
  const sources = quickYaml(readFileSync(join(root, 'content/sources.yaml'), 'utf8')) as Readonly<
    Record<string, Source>
  >;
  const headings = remembering((id: string) => localized((locale) => titlesOf(folder, id, locale)));
  const pictures = readdirSync(join(root, PICTURES));
  return {
    title: (quiz) =>
      localized((locale) => typography(lessons.get(quiz)?.title[locale] ?? quiz, locale)),
    section: (quiz, section) => ({
      title: localized((locale) => headings(quiz)[locale].get(section) ?? section),
      href: site === undefined ? undefined : sectionAddress(lessons.get(quiz), section, site),
    }),
    source: (key) => {
      const source = sources[key];
      return source && { title: source.title, href: source.url };
    },
    picture: remembering((diagram: string) => {
      const file = (locale: Locale) =>
        pictures.find((name) => name.startsWith(`${diagram}.${locale}.wide.`));
      if (LOCALES.some((locale) => file(locale) === undefined)) return undefined;
      const both = localized((locale) =>
        standalonePicture(readFileSync(join(root, PICTURES, file(locale) ?? ''), 'utf8')),
      );
      return {
        svg: localized((locale) => both[locale].svg),
        words: localized((locale) => both[locale].words),
      };
    }),
  };
}

function sectionAddress(
  lesson: TutorialEntry | undefined,
  section: string,
  site: string,
): Localized | undefined {
  return lesson && localized((locale) => new URL(`${lesson.path[locale]}#${section}`, site).href);
}

/** A heading with its id, and what is markup in it. */
const HEADING = /^#{2,3} (.+?)\s*\{\/\*\s*#([a-z0-9-]+)\s*\*\/\}\s*$/gm;
const MARKUP = /<\/?[A-Za-z][^>]*>|[`*_]/g;

/** The titles of the sections of a lesson in one language, by their ids. */
function titlesOf(folder: string, id: string, locale: Locale): ReadonlyMap<string, string> {
  const text = readFileSync(join(folder, id, `${locale}.mdx`), 'utf8');
  return new Map(
    [...text.matchAll(HEADING)].map(([, title = '', section = '']) => [
      section,
      typography(title.replace(MARKUP, ''), locale),
    ]),
  );
}

function localized<T>(of: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  return { fr: of('fr'), en: of('en') };
}

function remembering<Answer>(ask: (key: string) => Answer): (key: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (key) => {
    const known = answers.get(key) ?? { answer: ask(key) };
    answers.set(key, known);
    return known.answer;
  };
}
