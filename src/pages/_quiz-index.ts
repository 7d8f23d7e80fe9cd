import { getCollection } from 'astro:content';
import { lessonsIn } from '../authoring/lessons.ts';
import type { Locale } from '../i18n/locales.ts';
import { questionsPath } from '../i18n/routes.ts';
import type { QuizIndex } from '../quiz/review/quiz-index.ts';
import { sectionTitles } from './_section-titles.ts';

/** Every question of the course, in course order, with where it is taught and where it is asked. */
export async function quizIndex(locale: Locale): Promise<QuizIndex> {
  const titles = await sectionTitles(locale);
  const quizzes = new Map((await getCollection('quizzes')).map((one) => [one.id, one.data]));
  const lessons = await lessonsIn(locale);
  const tutorials = lessons.flatMap(({ id, title, path }) => {
    const quiz = quizzes.get(id);
    if (!quiz) return [];
    const taught = new Set(quiz.questions.map(({ section }) => section));
    return [
      {
        id,
        title,
        path,
        questionsPage: questionsPath(path),
        sections: Object.fromEntries(
          [...taught].map((section) => [section, titles.get(`${id}#${section}`) ?? section]),
        ),
        questions: quiz.questions.map(({ id: question, rev, section }) => ({
          id: question,
          rev,
          section,
        })),
      },
    ];
  });
  return { tutorials };
}
