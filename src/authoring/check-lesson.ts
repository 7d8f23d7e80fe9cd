import { DIAGRAM_SLUGS } from '../i18n/diagram-routes.ts';
import { isDiagramPage, parseDiagramLink } from './mdx/diagram-link.ts';
import { parseTutorialLink } from './mdx/tutorial-link.ts';
import type { LessonOutline, Mark } from './lesson-outline.ts';
import type { Problem, Rule } from './problem.ts';

/** What a lesson may name. Sections are those of each lesson of the course;
 * null where a lesson does not parse. */
export interface Known {
  readonly diagrams: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** Ids of the quizzes that have a file. */
  readonly quizzes: ReadonlySet<string>;
  readonly sections: ReadonlyMap<string, ReadonlySet<string> | null>;
}

/** The components that a lesson may use; the tutorial page provides exactly these. */
export const LESSON_COMPONENTS = ['Aside', 'Diagram', 'En', 'Myth', 'Quiz'] as const;

const list = (names: Iterable<string>) => [...names].map((name) => `\`${name}\``).join(', ');

/** What is wrong in one language of a lesson, by itself. */
export function checkLesson(id: string, outline: LessonOutline, known: Known): readonly Problem[] {
  const problems: Problem[] = [...outline.problems];
  if (problems.some(({ rule }) => rule === 'mdx-syntax')) return problems;
  const report = (rule: Rule, { line, column }: Mark, message: string) =>
    problems.push({ rule, file: outline.file, line, column, message });

  const seen = new Map<string, Mark>();
  for (const section of outline.sections.filter(({ name }) => name !== '')) {
    const first = seen.get(section.name);
    if (first) {
      report(
        'duplicate-section',
        section,
        `The id \`${section.name}\` is already that of the heading on line ${first.line}. Give this one its own.`,
      );
    } else seen.set(section.name, section);
  }
  for (const mark of outline.components) {
    if (LESSON_COMPONENTS.some((name) => name === mark.name)) continue;
    report(
      'unknown-component',
      mark,
      `A lesson cannot use <${mark.name}>. It may use ${list(LESSON_COMPONENTS)}.`,
    );
  }
  for (const mark of outline.diagrams) {
    if (known.diagrams.has(mark.name)) continue;
    report(
      'unknown-diagram',
      mark,
      `There is no diagram \`${mark.name}\`. There are ${list(known.diagrams)}.`,
    );
  }
  for (const mark of outline.quizzes) {
    if (mark.name === id && known.quizzes.has(id)) continue;
    report(
      'unknown-quiz',
      mark,
      `There is no quiz \`${mark.name}\` in this lesson. Its quiz is quiz.yaml beside this file: write <Quiz id="${id}" />.`,
    );
  }
  for (const mark of outline.citations) {
    if (known.sources.has(mark.name)) continue;
    report(
      'unknown-source',
      mark,
      `The claim cites \`${mark.name}\`, which is not in content/sources.yaml. ${nearest(mark.name, known.sources)}`,
    );
  }
  for (const mark of outline.links) {
    const fault = faultOfLink(mark.name, outline, known);
    if (fault) report('broken-link', mark, fault);
  }
  return problems;
}

function faultOfLink(url: string, outline: LessonOutline, known: Known): string | null {
  if (/^(https?:|mailto:)/.test(url)) return null;
  if (url.startsWith('#')) {
    const own = new Set(outline.sections.map(({ name }) => name));
    return own.has(url.slice(1))
      ? null
      : `No section of this lesson has the id \`${url.slice(1)}\`. There are ${list(own)}.`;
  }
  const diagram = parseDiagramLink(url);
  if (diagram !== null) {
    return isDiagramPage(diagram)
      ? null
      : `No diagram \`${diagram}\` has a page. These have: ${list(Object.keys(DIAGRAM_SLUGS))}.`;
  }
  const link = parseTutorialLink(url);
  if (!link) {
    return `\`${url}\` leads nowhere. Write \`tutorial:hybrid#section\`, \`diagram:ladder\`, \`#section\` or a full https:// address.`;
  }
  const sections = known.sections.get(link.id);
  if (sections === null) return null;
  if (!sections)
    return `There is no tutorial \`${link.id}\`. There are ${list(known.sections.keys())}.`;
  if (link.section === null || sections.has(link.section)) return null;
  return `The tutorial \`${link.id}\` has no section \`${link.section}\`. It has ${list(sections)}.`;
}

/** Points a writer with a slip of the hand to the key that was meant. */
function nearest(key: string, sources: ReadonlySet<string>): string {
  const start = key.split('-')[0] ?? key;
  const close = [...sources].filter((source) => source.startsWith(start));
  return close.length > 0
    ? `Did you mean ${list(close)}?`
    : 'Add it there, with title, publisher, url, date, accessed and lang.';
}
