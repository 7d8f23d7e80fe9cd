import { isMap, type GradedAnswer, type KeptAnswer, type QuizAnswers } from './learner-record.ts';
import { readRecord, updateRecord } from './learner-store.ts';

/** How many earlier answers to a question are kept. */
export const PAST = 10;

/** The answer kept to a question, if it was given to this `rev` of it. */
export function readAnswer(quiz: string, question: string, rev: number): KeptAnswer | undefined {
  const kept = keptAnswer(quiz, question);
  return kept?.rev === rev ? kept : undefined;
}

/** Keeps a graded answer; the one before becomes history. */
export function writeAnswer(quiz: string, question: string, answer: GradedAnswer): void {
  const before = keptAnswer(quiz, question);
  const past = before ? historyOf(before) : [];
  // Looking up the key is no try.
  const tries = (before?.tries ?? 0) + (answer.revealed ? 0 : 1);
  updateQuiz(quiz, (answers) => ({ ...answers, [question]: { ...answer, tries, past } }));
}

/** All answers kept to a quiz, as they are. */
export function readAnswers(quiz: string): QuizAnswers {
  return readRecord().answers[quiz] ?? {};
}

/** Forgets all answers to a quiz, with their history. */
export function eraseAnswers(quiz: string): void {
  updateQuiz(quiz, () => ({}));
}

/** Puts back what `readAnswers` gave; answers given since then stay. */
export function restoreAnswers(quiz: string, kept: QuizAnswers): void {
  updateQuiz(quiz, (answers) => ({ ...kept, ...answers }));
}

function updateQuiz(quiz: string, change: (answers: QuizAnswers) => QuizAnswers): void {
  updateRecord((record) => ({
    ...record,
    answers: { ...record.answers, [quiz]: change(readAnswers(quiz)) },
  }));
}

/** What is stored was written by anyone: only what has the shape of an answer is one. */
export function keptAnswer(quiz: string, question: string): KeptAnswer | undefined {
  const kept: unknown = readAnswers(quiz)[question];
  return isMap(kept) && isMap(kept['answer']) && Array.isArray(kept['past'])
    ? (kept as unknown as KeptAnswer)
    : undefined;
}

function historyOf({ past, ...last }: KeptAnswer): KeptAnswer['past'] {
  return [...past, last].slice(-PAST);
}
