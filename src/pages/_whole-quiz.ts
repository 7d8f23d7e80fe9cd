import { getCollection, getEntry, render } from 'astro:content';
import type { Lesson } from '../authoring/lessons.ts';
import { stackPicture } from '../diagrams/stack-picture.ts';
import { raw } from '../lib/html.ts';
import { rememberInBuild } from '../lib/remember-in-build.ts';
import { quizHtml } from '../quiz/page/quiz-html.ts';

/**
 * The quiz of a lesson, and its markup for a place outside it: all its questions, and links that
 * are whole paths. Undefined when the lesson has none. Two pages show it.
 */
export const wholeQuiz = rememberInBuild(async ({ id, locale, path, entry }: Lesson) => {
  const quiz = (await getEntry('quizzes', id))?.data;
  if (!quiz) return undefined;
  const { headings, remarkPluginFrontmatter } = await render(entry);
  const cited = (remarkPluginFrontmatter['citations'] ?? []) as readonly string[];
  const sources = new Map((await getCollection('sources')).map((one) => [one.id, one.data]));
  const html = quizHtml({
    quiz,
    locale,
    section: (key) => ({
      title: headings.find(({ slug }) => slug === key)?.text ?? key,
      href: `${path}#${key}`,
    }),
    source: (key) => ({
      title: sources.get(key)?.title ?? key,
      href: cited.includes(key) ? `${path}#source-${key}` : (sources.get(key)?.url ?? ''),
    }),
    picture: (diagram, prefix) => raw(stackPicture(diagram, locale, prefix)),
  });
  return { quiz, html };
});
