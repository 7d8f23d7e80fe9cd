import { getCollection } from 'astro:content';
import { lessonsIn, type Lesson } from '../authoring/lessons.ts';
import { LOCALES } from '../i18n/locales.ts';
import { tutorialsSegment } from '../i18n/routes.ts';

/** What a route of a lesson is given. */
export interface LessonProps extends Record<string, unknown> {
  readonly lesson: Lesson;
}

/** Every lesson in both languages, as the routes below `[locale]/[tutorials]/[slug]` want them. */
export async function lessonPaths() {
  const lessons = await Promise.all(LOCALES.map((locale) => lessonsIn(locale)));
  return lessons.flat().map((lesson) => ({
    params: {
      locale: lesson.locale,
      tutorials: tutorialsSegment(lesson.locale),
      slug: lesson.entry.data.slug,
    },
    props: { lesson },
  }));
}

/** Those that have a quiz. */
export async function quizPaths() {
  const quizzes = new Set((await getCollection('quizzes')).map(({ id }) => id));
  return (await lessonPaths()).filter(({ props }) => quizzes.has(props.lesson.id));
}
