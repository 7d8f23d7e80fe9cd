import { getCollection } from 'astro:content';
import { lessonsIn } from '../authoring/lessons.ts';
import type { Locale } from '../i18n/locales.ts';
import { misconceptionsOf } from '../quiz/grading/misconceptions-of.ts';
import type { ShownIdea } from '../quiz/ideas/shown-idea.ts';
import { sectionTitles } from './_section-titles.ts';

/** The catalogue of mistaken ideas, in the order in which the course explains them. */
export async function shownIdeas(locale: Locale): Promise<readonly ShownIdea[]> {
  const titles = await sectionTitles(locale);
  const paths = new Map((await lessonsIn(locale)).map(({ id, path }) => [id, path]));
  const sources = new Map((await getCollection('sources')).map((one) => [one.id, one.data]));
  const questions = await bearers();
  const order = [...titles.keys()];
  const ideas = (await getCollection('misconceptions')).sort(
    (a, b) => order.indexOf(a.data.section) - order.indexOf(b.data.section),
  );
  return ideas.map(({ id, data }): ShownIdea => {
    const [tutorial = '', section = ''] = data.section.split('#');
    return {
      id,
      idea: data.idea,
      truth: data.truth,
      section: {
        title: titles.get(data.section) ?? data.section,
        href: `${paths.get(tutorial) ?? ''}#${section}`,
      },
      sources: data.sources.flatMap((key) => {
        const source = sources.get(key);
        return source ? [{ title: source.title, href: source.url }] : [];
      }),
      questions: questions.get(id) ?? [],
    };
  });
}

/** The questions that can show each mistaken idea, named `quiz/question`. */
async function bearers(): Promise<ReadonlyMap<string, readonly string[]>> {
  const shown = (await getCollection('quizzes')).flatMap(({ id, data }) =>
    data.questions.flatMap((question) =>
      misconceptionsOf(question).map(
        ({ misconception }) => [misconception, `${id}/${question.id}`] as const,
      ),
    ),
  );
  return new Map(
    [...Map.groupBy(shown, ([idea]) => idea)].map(([idea, all]) => [
      idea,
      [...new Set(all.map(([, question]) => question))],
    ]),
  );
}
