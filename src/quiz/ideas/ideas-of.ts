import { historyOf } from '../../learner/history.ts';
import type { LearnerRecord } from '../../learner/learner-record.ts';
import { hasFailed } from '../../learner/schedule.ts';

/** The questions that can show each mistaken idea, named `quiz/question`. */
export type Bearers = Readonly<Record<string, readonly string[]>>;

/** What the answers say of one mistaken idea. */
export interface HeldIdea {
  readonly idea: string;
  /** When an answer last showed it, in milliseconds since 1970. */
  readonly seen: number;
  /** When a later answer showed that it is gone; undefined while none does. */
  readonly corrected: number | undefined;
}

/**
 * The mistaken ideas that a reader's answers showed, newest first. One is corrected once a question
 * that could show it (not needfully the same) is answered rightly after it was last seen: wholly,
 * without the key, and not by chance.
 */
export function ideasOf({ answers }: LearnerRecord, bearers: Bearers): readonly HeldIdea[] {
  const held = Object.entries(bearers).flatMap(([idea, questions]) => {
    const given = questions.flatMap((name) => {
      const [quiz = '', question = ''] = name.split('/');
      return historyOf(answers, quiz, question);
    });
    // Every time that shows it, in whichever question; `ideas` is what anyone may have stored.
    const shown = given.filter(({ ideas }) => Array.isArray(ideas) && ideas.includes(idea));
    if (shown.length === 0) return [];
    const seen = Math.max(...shown.map(({ at }) => at));
    const right = given.filter((answer) => answer.at > seen && !hasFailed(answer));
    const corrected = right.length > 0 ? Math.min(...right.map(({ at }) => at)) : undefined;
    return [{ idea, seen, corrected }];
  });
  return held.sort((a, b) => (b.corrected ?? b.seen) - (a.corrected ?? a.seen));
}
