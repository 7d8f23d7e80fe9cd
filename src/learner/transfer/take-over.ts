import { eachHistory } from '../history.ts';
import type { KeptAnswer, LearnerRecord } from '../learner-record.ts';
import { readRecord, updateRecord } from '../learner-store.ts';
import { mergeAnswers, type MergeCounts } from './merge-answers.ts';

type Settings = LearnerRecord['settings'];

/** What came in, and what takes it out again. */
export interface TakenOver {
  readonly counts: MergeCounts;
  /** Brings back what was there before; what was answered since stays. */
  readonly undo: () => void;
}

/** Joins what a file held to what is kept here; a choice made here stays. */
export function takeOver(
  { settings, answers }: Pick<LearnerRecord, 'settings' | 'answers'>,
  now: number,
): TakenOver {
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
        answers: mergeAnswers(before.answers, givenSince(record.answers, now)).answers,
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

function givenSince(answers: LearnerRecord['answers'], since: number): LearnerRecord['answers'] {
  const given: Record<string, Record<string, KeptAnswer>> = {};
  for (const { quiz, question, history } of eachHistory(answers)) {
    const later = history.filter(({ at }) => at > since);
    const last = later.at(-1);
    if (last) given[quiz] = { ...given[quiz], [question]: { ...last, past: later.slice(0, -1) } };
  }
  return given;
}
