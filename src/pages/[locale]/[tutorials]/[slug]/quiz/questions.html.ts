import type { APIRoute } from 'astro';
import { quizPaths, type LessonProps } from '../../../../_lesson-paths.ts';
import { wholeQuiz } from '../../../../_whole-quiz.ts';

export const getStaticPaths = quizPaths;

/** All questions of a tutorial, for pages that fetch some of them; whoever opens it sees them plain. */
export const GET: APIRoute<LessonProps> = async ({ props: { lesson } }) => {
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
