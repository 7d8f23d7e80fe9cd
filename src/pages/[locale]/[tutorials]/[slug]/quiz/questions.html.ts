import type { APIRoute } from 'astro';
import { lessonsIn, type Lesson } from '../../../../../authoring/lessons.ts';
import { LOCALES } from '../../../../../i18n/locales.ts';
import { tutorialsSegment } from '../../../../../i18n/routes.ts';
import { wholeQuiz } from '../../../../_whole-quiz.ts';

interface Props extends Record<string, unknown> {
  readonly lesson: Lesson;
}

export async function getStaticPaths() {
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

/** All questions of a tutorial, for pages that fetch some of them; whoever opens it sees them plain. */
export const GET: APIRoute<Props> = async ({ props: { lesson } }) => {
  const whole = await wholeQuiz(lesson);
  const page = `<!doctype html>
<html lang="${lesson.locale}">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'">
<meta name="robots" content="noindex">
<title>${lesson.id}</title>
${whole?.html ?? ''}
`;
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
