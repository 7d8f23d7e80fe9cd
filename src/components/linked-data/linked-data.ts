import type { Locale } from '../../i18n/locales.ts';
import { homePath, tutorialsPath } from '../../i18n/routes.ts';
import type { LessonCard } from '../course/lesson-card.ts';

const LICENSE = 'https://creativecommons.org/licenses/by-sa/4.0/';
const PROVIDER = { '@type': 'Organization', name: 'Strates' } as const;

/** Makes addresses absolute; linked data is read away from its page. */
export type Absolute = (path: string) => string;

/** The course as schema.org describes one, for search engines. */
export function courseData(
  locale: Locale,
  name: string,
  description: string,
  lessons: readonly LessonCard[],
  absolute: Absolute,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name,
    description,
    inLanguage: locale,
    url: absolute(homePath(locale)),
    isAccessibleForFree: true,
    license: LICENSE,
    provider: { ...PROVIDER, url: absolute('/') },
    offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'EUR' },
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      courseWorkload: duration(lessons.reduce((sum, { minutes }) => sum + minutes, 0)),
    },
    hasPart: lessons.map(({ title, path }) => ({
      '@type': 'LearningResource',
      name: title,
      url: absolute(path),
    })),
  };
}

/** One lesson, with what it teaches. */
export function lessonData(
  locale: Locale,
  lesson: LessonCard,
  objectives: readonly string[],
  updated: string,
  absolute: Absolute,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: lesson.title,
    description: lesson.summary,
    inLanguage: locale,
    url: absolute(lesson.path),
    learningResourceType: ['Tutorial', 'Quiz'],
    teaches: objectives,
    timeRequired: duration(lesson.minutes),
    dateModified: updated,
    isAccessibleForFree: true,
    license: LICENSE,
    isPartOf: { '@type': 'Course', url: absolute(homePath(locale)) },
    publisher: { ...PROVIDER, url: absolute('/') },
  };
}

/** Where a page stands: home, tutorials, then `last` when it is one of them. */
export function breadcrumbData(
  locale: Locale,
  tutorials: string,
  last: { readonly title: string; readonly path: string } | null,
  absolute: Absolute,
): object {
  const steps = [
    { title: 'Strates', path: homePath(locale) },
    { title: tutorials, path: tutorialsPath(locale) },
    ...(last ? [last] : []),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ title, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: absolute(path),
    })),
  };
}

/** Minutes as an ISO 8601 duration. */
function duration(minutes: number): string {
  return `PT${String(minutes)}M`;
}
