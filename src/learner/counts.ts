import { historyOf } from './history.ts';
import type { LearnerRecord, PastAnswer } from './learner-record.ts';
import { dueAt } from './schedule.ts';

/** What the last answer to a question, if there is one, came to. */
export type PlateState = 'right' | 'missed' | 'blank';

/** Some questions of a quiz, counted. */
export interface Counts {
  readonly states: readonly PlateState[];
  readonly answered: number;
  readonly right: number;
  readonly due: number;
  readonly total: number;
}

/**
 * Counts over questions of a quiz, each named `id@rev`. An answer to an earlier version counts as
 * none, and the question as due: it asks something else now.
 */
export function counts(
  { answers }: LearnerRecord,
  quiz: string,
  questions: readonly string[],
  now: number,
): Counts {
  const each = questions.map((name) => {
    const [question = '', rev] = name.split('@');
    const history = historyOf(answers, quiz, question);
    const due = dueAt(history, Number(rev), now);
    return { state: stateOf(history.at(-1), Number(rev)), due: due !== undefined && due <= now };
  });
  const states = each.map(({ state }) => state);
  return {
    states,
    answered: states.filter((state) => state !== 'blank').length,
    right: states.filter((state) => state === 'right').length,
    due: each.filter(({ due }) => due).length,
    total: questions.length,
  };
}

function stateOf(last: PastAnswer | undefined, rev: number): PlateState {
  if (last?.rev !== rev) return 'blank';
  return last.score === 1 && !last.revealed ? 'right' : 'missed';
}
