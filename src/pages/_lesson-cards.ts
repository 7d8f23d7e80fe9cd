import { lessonsIn } from '../authoring/lessons.ts';
import type { LessonCard } from '../components/course/lesson-card.ts';
import type { Locale } from '../i18n/locales.ts';
import { lessonText, readingMinutes } from '../i18n/reading-time.ts';
import { rememberInBuild } from '../lib/remember-in-build.ts';
import { quizOf } from './_quiz-of.ts';

/** What the path, the list and the plates say of each lesson, in course order. */
export const lessonCards = rememberInBuild(
  async (locale: Locale): Promise<readonly LessonCard[]> => {
    const lessons = await lessonsIn(locale);
    return lessons.map(({ id, order, title, summary, path, objectives, entry }) => ({
      id,
      order,
      title,
      summary,
      path,
      minutes: readingMinutes(lessonText(entry.body ?? ''), locale),
      objectives: objectives.length,
      questions: (quizOf(id)?.questions ?? []).map(({ id: question, rev }) => `${question}@${rev}`),
    }));
  },
);
