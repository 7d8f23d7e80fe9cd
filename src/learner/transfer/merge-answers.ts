import { PAST } from '../answers.ts';
import { eachHistory, historyOf, mapOf } from '../history.ts';
import type { KeptAnswer, LearnerRecord, PastAnswer, QuizAnswers } from '../learner-record.ts';

type Answers = LearnerRecord['answers'];

/** What merging brought, in questions. */
export interface MergeCounts {
  /** Questions that had no answer here. */
  readonly added: number;
  /** Questions whose answer gave way to a newer one. */
  readonly newer: number;
  /** Questions whose answer stayed. */
  readonly kept: number;
}

/**
 * The answers of two records in one: the newest answer to each question is the one that counts,
 * whoever gave it, and the histories become one. Which record is which changes nothing but the
 * counts, and merging twice changes nothing at all.
 */
export function mergeAnswers(
  own: Answers,
  others: Answers,
): { readonly answers: Answers; readonly counts: MergeCounts } {
  const merged = new Map(Object.entries(own));
  const counts = { added: 0, newer: 0, kept: 0 };
  for (const { quiz, question, history } of eachHistory(others)) {
    const before = historyOf(own, quiz, question);
    const union = unite(before, history);
    const last = before.at(-1);
    counts[!last ? 'added' : sameness(last) === sameness(union) ? 'kept' : 'newer'] += 1;
    merged.set(quiz, { ...mapOf(merged.get(quiz)), [question]: union } as QuizAnswers);
  }
  return { answers: Object.fromEntries(merged), counts };
}

function unite(own: readonly PastAnswer[], others: readonly PastAnswer[]): KeptAnswer {
  const united = new Map<string, PastAnswer>();
  for (const answer of [...own, ...others]) {
    const key = sameness(answer);
    const tries = Math.max(answer.tries, united.get(key)?.tries ?? 0);
    united.set(key, { ...withoutPast(answer), tries });
  }
  const all = [...united]
    .sort(([a, { at }], [b, { at: other }]) => at - other || (a < b ? -1 : 1))
    .map(([, answer]) => answer);
  // Looking up the key is no try.
  const checks = all.filter(({ revealed }) => !revealed).length;
  const tries = Math.max(checks, ...all.map((answer) => answer.tries));
  return { ...(all.at(-1) as PastAnswer), tries, past: all.slice(-1 - PAST, -1) };
}

/** Two records hold the same answer when all that they say of it is the same, but for its number. */
export function sameness(answer: PastAnswer): string {
  const said = Object.entries(answer).filter(([name]) => name !== 'tries' && name !== 'past');
  const sorted = (map: object) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted({ ...Object.fromEntries(said), answer: sorted(answer.answer) }));
}

function withoutPast(answer: PastAnswer): PastAnswer {
  return Object.fromEntries(
    Object.entries(answer).filter(([name]) => name !== 'past'),
  ) as unknown as PastAnswer;
}
