import { eachHistory, historyOf } from '../history.ts';
import type { KeptAnswer, LearnerRecord } from '../learner-record.ts';
import { readRecord, updateRecord } from '../learner-store.ts';
import { mergeAnswers, sameness, type MergeCounts } from './merge-answers.ts';

type Answers = LearnerRecord['answers'];
type Settings = LearnerRecord['settings'];

/** What came in, and what takes it out again. */
export interface TakenOver {
  readonly counts: MergeCounts;
  /** Brings back what was there before; what was answered since stays. */
  readonly undo: () => void;
}

/** Joins what a file held to what is kept here; a choice made here stays. */
export function takeOver({
  settings,
  answers,
}: Pick<LearnerRecord, 'settings' | 'answers'>): TakenOver {
  const before = readRecord();
  const { counts } = mergeAnswers(before.answers, answers);
  updateRecord((record) => ({
    ...record,
    settings: { ...settings, ...record.settings },
    answers: mergeAnswers(record.answers, answers).answers,
  }));
  return {
    counts,
    undo: () => {
      updateRecord((record) => ({
        ...record,
        settings: without(record.settings, Object.keys(settings), before.settings),
        answers: mergeAnswers(before.answers, lacking(record.answers, answers)).answers,
      }));
    },
  };
}

/** Settings without those that came in, unless they were there before. */
function without(settings: Settings, taken: readonly string[], before: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => name in before || !taken.includes(name)),
  );
}

/** Answers without those that came in. No date tells them apart: clocks of two machines differ. */
function lacking(answers: Answers, taken: Answers): Answers {
  const left: Record<string, Record<string, KeptAnswer>> = {};
  for (const { quiz, question, history } of eachHistory(answers)) {
    const out = new Set(historyOf(taken, quiz, question).map(sameness));
    const own = history.filter((answer) => !out.has(sameness(answer)));
    const last = own.at(-1);
    if (last) left[quiz] = { ...left[quiz], [question]: { ...last, past: own.slice(0, -1) } };
  }
  return left;
}
