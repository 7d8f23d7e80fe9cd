import { render } from 'astro:content';
import { lessonsIn } from '../authoring/lessons.ts';
import type { Locale } from '../i18n/locales.ts';
import { rememberInBuild } from '../lib/remember-in-build.ts';

/** The names of all sections of a language, by `tutorial#section`. */
export const sectionTitles = rememberInBuild(
  async (locale: Locale): Promise<ReadonlyMap<string, string>> => {
    const lessons = await lessonsIn(locale);
    const sections = await Promise.all(
      lessons.map(async ({ id, entry }) => {
        const { headings } = await render(entry);
        return headings.map(({ slug, text }) => [`${id}#${slug}`, text] as const);
      }),
    );
    return new Map(sections.flat());
  },
);
