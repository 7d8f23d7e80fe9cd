import { historyOf } from '../../learner/history.ts';
import type { LearnerRecord } from '../../learner/learner-record.ts';
import { dueAt, hasFailed } from '../../learner/schedule.ts';
import type { IndexedQuestion, IndexedQuiz, QuizIndex } from './quiz-index.ts';

/** A question that may be asked. */
export interface Asked {
  readonly tutorial: IndexedQuiz;
  readonly question: IndexedQuestion;
  /** When it is due, in milliseconds since 1970; undefined when it was never answered. */
  readonly due: number | undefined;
  /** Its last answer was wrong, looked up or a guess. */
  readonly failed: boolean;
}

/** Where a reader stands with all questions of the course. */
export interface Standing {
  /** Due now, in the order in which to ask them: wrong ones first, tutorials mixed. */
  readonly due: readonly Asked[];
  /** Answered and not due yet, the soonest first. */
  readonly later: readonly Asked[];
  /** Never answered: of tutorials that were begun first. */
  readonly unseen: readonly Asked[];
}

/** As many questions as a session has at most. */
export const SESSION = 10;

/** Sorts the questions of the course by what the reader's answers say of them. */
export function standing(
  { tutorials }: QuizIndex,
  { answers }: LearnerRecord,
  now: number,
): Standing {
  const all = tutorials.flatMap((tutorial) =>
    tutorial.questions.map((question): Asked => {
      const history = historyOf(answers, tutorial.id, question.id);
      const last = history.at(-1);
      const due = dueAt(history, question.rev, now);
      return { tutorial, question, due, failed: last !== undefined && hasFailed(last) };
    }),
  );
  const answered = all
    .filter(({ due }) => due !== undefined)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
  const begun = new Set(answered.map(({ tutorial }) => tutorial));
  const unseen = all.filter(({ due }) => due === undefined);
  return {
    due: wrongFirst(answered.filter(({ due = 0 }) => due <= now)),
    later: answered.filter(({ due = 0 }) => due > now),
    unseen: [true, false].flatMap((known) =>
      mixed(unseen.filter(({ tutorial }) => begun.has(tutorial) === known)),
    ),
  };
}

/** What to ask of someone who practises before anything is due: what resisted, what is new, the rest. */
export function practice({ later, unseen }: Standing): readonly Asked[] {
  const [wrong, right] = parted(later);
  return [...mixed(wrong), ...unseen, ...mixed(right)];
}

function wrongFirst(asked: readonly Asked[]): readonly Asked[] {
  return parted(asked).flatMap(mixed);
}

function parted(asked: readonly Asked[]): readonly [wrong: Asked[], right: Asked[]] {
  return [asked.filter(({ failed }) => failed), asked.filter(({ failed }) => !failed)];
}

/** One of each tutorial in turn: telling things apart is learnt when they come mixed. */
function mixed(asked: readonly Asked[]): readonly Asked[] {
  const lists = [...Map.groupBy(asked, ({ tutorial }) => tutorial).values()];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}
