import { getCollection } from 'astro:content';
import { lessonsIn } from '../authoring/lessons.ts';
import type { LessonCard } from '../components/course/lesson-card.ts';
import type { Locale } from '../i18n/locales.ts';
import { lessonText, readingMinutes } from '../i18n/reading-time.ts';
import { rememberInBuild } from '../lib/remember-in-build.ts';
import type { Question } from '../quiz/schema.ts';

/** What the path, the list and the plates say of each lesson, in course order. */
export const lessonCards = rememberInBuild(
  async (locale: Locale): Promise<readonly LessonCard[]> => {
    const lessons = await lessonsIn(locale);
    const quizzes = new Map((await getCollection('quizzes')).map((quiz) => [quiz.id, quiz.data]));
    return lessons.map(({ id, order, title, summary, path, objectives, entry }) => {
      const { questions = [], pools = {} } = quizzes.get(id) ?? {};
      return {
        id,
        order,
        title,
        summary,
        path,
        minutes: readingMinutes(lessonText(entry.body ?? ''), locale),
        objectives: objectives.length,
        questions: questions.map(nameOf),
        pools: Object.entries(pools).map(([pool, size]) => ({
          size,
          questions: questions.filter((question) => question.pool === pool).map(nameOf),
        })),
      };
    });
  },
);

const nameOf = ({ id, rev }: Question) => `${id}@${String(rev)}`;
