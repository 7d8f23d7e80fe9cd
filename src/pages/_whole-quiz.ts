import { getCollection, getEntry, render } from 'astro:content';
import type { Lesson } from '../authoring/lessons.ts';
import { stackPicture } from '../diagrams/stack-picture.ts';
import { raw } from '../lib/html.ts';
import type { ShownQuiz } from '../quiz/page/quiz-html.ts';

/**
 * The quiz of a lesson with what it needs to know of its lesson, for a place outside it: links are
 * whole paths. Undefined when the lesson has none.
 */
export async function wholeQuiz({
  id,
  locale,
  path,
  entry,
}: Lesson): Promise<ShownQuiz | undefined> {
  const quiz = (await getEntry('quizzes', id))?.data;
  if (!quiz) return undefined;
  const { headings, remarkPluginFrontmatter } = await render(entry);
  const cited = (remarkPluginFrontmatter['citations'] ?? []) as readonly string[];
  const sources = new Map((await getCollection('sources')).map((one) => [one.id, one.data]));
  return {
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
  };
}
