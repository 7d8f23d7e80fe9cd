import { parseArgs } from 'node:util';
import { coverageOf, type Coverage } from '../../quiz/authoring/coverage.ts';
import { readOutline } from '../lesson-outline.ts';
import { quizzesIn } from '../quizzes-in.ts';
import type { QuizCommand } from './quiz-command.ts';

/** `npm run quiz -- coverage`. */
export const coverageCommand: QuizCommand = {
  usage: `coverage [--json]

Tells what the questions of each tutorial reach: objectives and sections without a question,
questions without an objective, mistaken ideas, and what could be guessed from places and lengths.`,
  run: (args) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    const all = courseCoverage('');
    return {
      out: values.json ? `${JSON.stringify(all, null, 2)}\n` : `${all.map(report).join('\n\n')}\n`,
    };
  },
};

const OPTIONS = { json: { type: 'boolean', default: false } } as const;

/** The coverage of every quiz of the course in the project at `root`. */
export function courseCoverage(root: string): readonly Coverage[] {
  return [...quizzesIn(root)].map((quiz) => {
    const file = `${root}content/tutorials/${quiz.id}/en.mdx`;
    const { frontMatter, sections } = readOutline(file, file);
    return coverageOf(
      quiz,
      (frontMatter?.objectives ?? []).map(({ id }) => id),
      // The section that holds the quiz teaches nothing.
      sections.map(({ name }) => name).filter((name) => name !== 'quiz'),
    );
  });
}

function report(coverage: Coverage): string {
  const { quiz, questions, types, objectives, misconceptions, bias } = coverage;
  const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');
  const pairs = (values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  const once = Object.entries(misconceptions).filter(([, count]) => count === 1).length;
  const width = Math.max(...Object.keys(objectives).map((name) => name.length));
  return [
    `${quiz}: ${questions} questions (${pairs(types)})`,
    ...Object.entries(objectives).map(
      ([name, ids]) =>
        `  ${name.padEnd(width)}  ${String(ids.length).padStart(2)}  ${ids.join(', ')}`,
    ),
    `  objectives without a question: ${list(coverage.objectivesWithoutQuestion)}`,
    `  questions without an objective: ${list(coverage.questionsWithoutObjective)}`,
    `  sections without a question: ${list(coverage.sectionsWithoutQuestion)}`,
    `  mistaken ideas: ${Object.keys(misconceptions).length}, of which ${once} in one question only`,
    `  right option of ${bias.choices} choices: first, second…: ${bias.positions.join(', ')}; ` +
      `longest: ${pairs(bias.longestIsRight)}; length over wrong ones: ${pairs(bias.lengthRatio)}`,
  ].join('\n');
}
