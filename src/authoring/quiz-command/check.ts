import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { quickYaml } from '../../lib/quick-yaml.ts';
import { draftOf } from '../../quiz/authoring/draft.ts';
import { readQuiz, type Known } from '../../quiz/authoring/read-quiz.ts';
import { checkCourse } from '../check-course.ts';
import { AuthoringError } from '../problem.ts';
import { stackLayers } from '../stack-layers.ts';
import type { QuizCommand, Said } from './quiz-command.ts';

/** `npm run quiz -- check`. */
export const checkCommand: QuizCommand = {
  usage: `check [FILE…]

Says all that is wrong in quizzes, with file:line:column, the line, and how to mend it.
  FILE  quizzes that stand anywhere, such as imported ones: what they name may be anything
        (without: the course, where what is named must be there)`,
  run: (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: true });
    return positionals.length > 0 ? checkFiles(positionals) : checkWhole();
  },
};

function checkWhole(): Said {
  const problems = checkCourse('content', '', stackLayers());
  if (problems.length > 0) throw new AuthoringError(problems);
  return { out: 'Nothing is wrong.\n' };
}

function checkFiles(files: readonly string[]): Said {
  const faults = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    try {
      readQuiz(source, file, ownNames(source));
      return [];
    } catch (error) {
      if (error instanceof Error && error.name === 'QuizError') return [error.message];
      throw error;
    }
  });
  return faults.length > 0
    ? { notes: [faults.join('\n\n')], failed: true }
    : { out: 'Nothing is wrong.\n' };
}

/** A quiz outside of the course may name whatever it names; only the site's stacks are known. */
function ownNames(source: string): Known {
  const { id, questions } = draftOf(quickYaml(source));
  const names = (values: readonly (string | undefined)[]) =>
    new Set(values.filter((value) => value !== undefined));
  return {
    ...(id !== undefined && { id }),
    objectives: names(questions.map(({ objective }) => objective)),
    sections: names(questions.map(({ section }) => section)),
    sources: names(questions.flatMap(({ sources }) => sources)),
    layers: stackLayers(),
  };
}
