import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sourcesOf } from '../diagrams/models/sources.ts';
import { FLOW_SOURCES } from '../diagrams/flows/flow-catalogue.ts';
import { LOCALES } from '../i18n/locales.ts';
import { readQuiz, QuizError } from '../quiz/authoring/read-quiz.ts';
import { misconceptionsOf } from '../quiz/grading/misconceptions-of.ts';
import { checkLesson, type Known } from './check-lesson.ts';
import { checkMeasurements } from './check-measurements.ts';
import {
  checkMisconceptions,
  readMisconceptions,
  type Misconceptions,
} from './check-misconceptions.ts';
import { checkParity } from './check-parity.ts';
import { sourcesSchema } from './front-matter.ts';
import { readOutline, type LessonOutline } from './lesson-outline.ts';
import type { Problem } from './problem.ts';
import { parseYaml } from './yaml-position.ts';

interface Lesson {
  readonly id: string;
  readonly quizFile: string;
  readonly fr: LessonOutline;
  readonly en: LessonOutline;
}

/** The layers of each diagram in its first state, by the diagram's id. */
export type Stacks = ReadonlyMap<string, ReadonlySet<string>>;

/** What the lessons and quizzes of a course name and cite, gathered while they are read. */
interface Named {
  readonly cited: Set<string>;
  /** Mistaken ideas that some question can show. */
  readonly shown: Set<string>;
}

/**
 * Everything that is wrong in the course under `content` (a folder with `tutorials/`,
 * `sources.yaml`, `misconceptions.yaml` and `measurements.yaml`): each lesson by itself, its two
 * languages against each other, its quiz, the ideas, the figures and the sources. `root` is what
 * file names in messages are relative to.
 */
export function checkCourse(content: string, root: string, stacks: Stacks): readonly Problem[] {
  const label = (file: string) => relative(root, file);
  const { lessons, missing } = readLessons(join(content, 'tutorials'), label);
  const sourcesFile = join(content, 'sources.yaml');
  const sources = readSources(sourcesFile, label(sourcesFile));
  const known: Known = {
    diagrams: new Set(stacks.keys()),
    sources: new Set(sources.lines.keys()),
    quizzes: new Set(lessons.filter(({ quizFile }) => existsSync(quizFile)).map(({ id }) => id)),
    sections: new Map(lessons.map((lesson) => [lesson.id, sectionsOf(lesson)])),
  };
  const ideasFile = join(content, 'misconceptions.yaml');
  const ideas = readMisconceptions(ideasFile, label(ideasFile));
  const figuresFile = join(content, 'measurements.yaml');
  const figures = checkMeasurements(figuresFile, label(figuresFile), known.sources);
  const named: Named = {
    cited: new Set([...figures.cited, ...Object.values(sourcesOf).flat(), ...FLOW_SOURCES]),
    shown: new Set(),
  };
  const { cited, shown } = named;
  const problems = [
    ...missing,
    ...sources.problems,
    ...ideas.problems,
    ...figures.problems,
    ...lessons.flatMap((lesson) =>
      checkLessonFolder(lesson, known, { stacks, ideas, label }, named),
    ),
    ...duplicateSlugs(lessons),
  ];
  if (problems.length === 0) {
    problems.push(
      ...checkMisconceptions(ideas, label(ideasFile), known.sections, known.sources, shown),
    );
  }
  for (const { sources: own } of Object.values(ideas.ideas)) own.forEach((key) => cited.add(key));
  // While a lesson is broken, nobody knows what it would cite.
  return problems.length > 0 ? problems : uncited(cited, sources.lines, label(sourcesFile));
}

/** What of the whole course a quiz is checked against. */
interface Course {
  readonly stacks: Stacks;
  readonly ideas: Misconceptions;
  readonly label: (file: string) => string;
}

/**
 * Each language by itself first; only where both are right are they held against each other,
 * and only then is the quiz: one slip is told once, not with all that follows from it. What the
 * lesson and its quiz name goes into `named`.
 */
function checkLessonFolder(
  lesson: Lesson,
  known: Known,
  course: Course,
  named: Named,
): readonly Problem[] {
  const { id, fr, en } = lesson;
  const own = [...checkLesson(id, fr, known), ...checkLesson(id, en, known)];
  if (own.length > 0) return own;
  const apart = checkParity([fr, en]);
  if (apart.length > 0) return apart;
  for (const { name } of [...fr.citations, ...en.citations]) named.cited.add(name);
  return checkQuiz(lesson, known, course, named);
}

/** The section ids of a lesson, from the languages that parse; null when neither does. */
function sectionsOf({ fr, en }: Lesson): ReadonlySet<string> | null {
  const whole = [fr, en].filter(
    ({ problems }) => !problems.some(({ rule }) => rule === 'mdx-syntax'),
  );
  return whole.length > 0
    ? new Set(whole.flatMap(({ sections }) => sections.map(({ name }) => name)))
    : null;
}

function readLessons(folder: string, label: (file: string) => string) {
  const missing: Problem[] = [];
  const lessons: Lesson[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const file = (name: string) => join(folder, entry.name, name);
    const absent = LOCALES.filter((locale) => !existsSync(file(`${locale}.mdx`)));
    for (const locale of absent) {
      const message = `The lesson has no ${locale}.mdx. A lesson is one folder with fr.mdx and en.mdx.`;
      missing.push({
        rule: 'parity',
        file: label(file(`${locale}.mdx`)),
        line: 1,
        column: 1,
        message,
      });
    }
    if (absent.length > 0) continue;
    lessons.push({
      id: entry.name,
      quizFile: file('quiz.yaml'),
      fr: readOutline(file('fr.mdx'), label(file('fr.mdx'))),
      en: readOutline(file('en.mdx'), label(file('en.mdx'))),
    });
  }
  return { lessons, missing };
}

/** The keys of the sources, each with its line. */
function readSources(file: string, label: string) {
  const text = readFileSync(file, 'utf8');
  const parsed = parseYaml(text, sourcesSchema, 'source', { file: label, firstLine: 1 });
  const lines = new Map<string, number>();
  text.split('\n').forEach((line, index) => {
    const key = /^([a-z0-9-]+):\s*$/.exec(line)?.[1];
    if (key !== undefined) lines.set(key, index + 1);
  });
  return { lines, problems: 'problems' in parsed ? parsed.problems : [] };
}

function checkQuiz(
  lesson: Lesson,
  known: Known,
  { stacks, ideas, label }: Course,
  { cited, shown }: Named,
): readonly Problem[] {
  const { id, quizFile, fr } = lesson;
  if (!existsSync(quizFile)) return [];
  const file = label(quizFile);
  const placed: readonly Problem[] = fr.quizzes.some(({ name }) => name === id)
    ? []
    : [
        {
          rule: 'unplaced-quiz',
          file,
          line: 1,
          column: 1,
          message: `No lesson shows this quiz. Write <Quiz id="${id}" /> in ${fr.file} and ${lesson.en.file}.`,
        },
      ];
  try {
    const { questions } = readQuiz(readFileSync(quizFile, 'utf8'), file, {
      objectives: new Set(fr.frontMatter?.objectives.map((objective) => objective.id)),
      sections: known.sections.get(id) ?? new Set(),
      sources: known.sources,
      layers: stacks,
      // A course that explains no idea may name any.
      ...(ideas.names.size > 0 && { misconceptions: ideas.names }),
    });
    for (const question of questions) {
      question.sources.forEach((key) => cited.add(key));
      misconceptionsOf(question).forEach(({ misconception }) => shown.add(misconception));
    }
    return placed;
  } catch (error) {
    if (!(error instanceof QuizError)) throw error;
    return [
      ...placed,
      ...error.problems.map((problem) => ({ rule: 'quiz' as const, file, ...problem })),
    ];
  }
}

/** Two lessons at one address would silently hide one of them. */
function duplicateSlugs(lessons: readonly Lesson[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return lessons.flatMap(({ fr, en }) =>
    [fr, en].flatMap((outline, index) => {
      const slug = outline.frontMatter?.slug;
      if (slug === undefined) return [];
      const address = `${LOCALES[index] ?? ''}/${slug}`;
      const first = seen.get(address);
      seen.set(address, outline.file);
      if (first === undefined) return [];
      const message = `The slug \`${slug}\` is already that of ${first}. Give each lesson its own.`;
      return [{ rule: 'front-matter' as const, file: outline.file, line: 1, column: 1, message }];
    }),
  );
}

/** A source that nothing cites is a claim that lost its sentence, or clutter. */
function uncited(
  cited: ReadonlySet<string>,
  sources: ReadonlyMap<string, number>,
  file: string,
): readonly Problem[] {
  return [...sources]
    .filter(([key]) => !cited.has(key))
    .map(([key, line]) => ({
      rule: 'uncited-source' as const,
      file,
      line,
      column: 1,
      message: `No lesson cites \`${key}\`. Cite it as [@${key}] where it carries a claim, or take it out.`,
    }));
}
