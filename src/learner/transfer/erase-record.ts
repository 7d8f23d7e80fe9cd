import { parseRecord } from '../learner-record.ts';
import { ASIDE_KEY, readRecord, STORE_KEY, updateRecord } from '../learner-store.ts';
import { mergeAnswers } from './merge-answers.ts';

/**
 * Erases all that the browser keeps of this site: answers, history, settings, drafts and receipts
 * of comments. Returns what brings it back, as long as the page that holds it is there; what was
 * answered since stays.
 */
export function eraseRecord(): () => void {
  const before = readRecord();
  const aside = storage((kept) => kept.getItem(ASIDE_KEY));
  updateRecord(() => parseRecord(null).record);
  storage((kept) => {
    kept.removeItem(STORE_KEY);
    kept.removeItem(ASIDE_KEY);
  });
  return () => {
    updateRecord((record) => ({
      ...before,
      ...record,
      settings: { ...before.settings, ...record.settings },
      drafts: { ...before.drafts, ...record.drafts },
      answers: mergeAnswers(before.answers, record.answers).answers,
    }));
    if (aside) storage((kept) => kept.setItem(ASIDE_KEY, aside));
  };
}

/** Nothing, where the browser keeps nothing. */
function storage<Found>(ask: (kept: Storage) => Found): Found | undefined {
  try {
    return ask(localStorage);
  } catch {
    return undefined;
  }
}
