import { getCollection, type CollectionEntry } from 'astro:content';
import { otherLocale, type Locale } from '../i18n/locales.ts';
import { tutorialPath } from '../i18n/routes.ts';
import { typography } from '../i18n/typography.ts';
import { rememberInBuild } from '../lib/remember-in-build.ts';

type Entry = CollectionEntry<'tutorials'>;

/** One language of a lesson, ready for a page: its texts are set as the language wants them. */
export interface Lesson {
  readonly id: string;
  readonly locale: Locale;
  readonly order: number;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  /** Day of the last change of substance, `2026-11-25`. */
  readonly updated: string;
  readonly path: string;
  /** The same lesson in the other language. */
  readonly otherPath: string;
  readonly entry: Entry;
}

/** The lessons of a language in course order. */
export const lessonsIn = rememberInBuild(async (locale: Locale): Promise<readonly Lesson[]> => {
  const entries = new Map((await getCollection('tutorials')).map((entry) => [entry.id, entry]));
  return [...entries.values()]
    .flatMap((entry) => {
      const id = entry.id.split('/')[0] ?? '';
      const twin = entries.get(`${id}/${otherLocale(locale)}`);
      return entry.id === `${id}/${locale}` && twin ? [lessonOf(id, locale, entry, twin)] : [];
    })
    .sort((a, b) => a.order - b.order);
});

function lessonOf(id: string, locale: Locale, entry: Entry, twin: Entry): Lesson {
  const { order, title, summary, objectives, updated, slug } = entry.data;
  const set = (text: string) => typography(text, locale);
  return {
    id,
    locale,
    order,
    updated,
    title: set(title),
    summary: set(summary),
    objectives: objectives.map(({ id: key, text }) => ({ id: key, text: set(text) })),
    path: tutorialPath(locale, slug),
    otherPath: tutorialPath(otherLocale(locale), twin.data.slug),
    entry,
  };
}
