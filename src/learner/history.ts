import { isMap, type KeptAnswer, type LearnerRecord, type PastAnswer } from './learner-record.ts';

type Answers = LearnerRecord['answers'];

/**
 * Every answer kept to a question, oldest first, the last one included; none when it was never
 * answered. What is stored was written by anyone: only what has the shape of an answer is one.
 */
export function historyOf(answers: Answers, quiz: string, question: string): readonly PastAnswer[] {
  const kept = entryOf(entryOf(answers, quiz), question);
  return isAnswer(kept) ? [...pastOf(kept), kept] : [];
}

/** Every question that has a history, in the order in which it was kept. */
export function eachHistory(
  answers: Answers,
): readonly { quiz: string; question: string; history: readonly PastAnswer[] }[] {
  return Object.keys(answers).flatMap((quiz) =>
    Object.keys(mapOf(entryOf(answers, quiz))).flatMap((question) => {
      const history = historyOf(answers, quiz, question);
      return history.length > 0 ? [{ quiz, question, history }] : [];
    }),
  );
}

function pastOf(kept: Partial<KeptAnswer>): readonly PastAnswer[] {
  return Array.isArray(kept.past) ? kept.past.filter(isAnswer) : [];
}

function isAnswer(value: unknown): value is PastAnswer {
  return (
    isMap(value) &&
    isMap(value['answer']) &&
    ['rev', 'at', 'score'].every((name) => Number.isFinite(value[name]))
  );
}

/** Only what is a map's own: ids such as `constructor` are ids like any other. */
function entryOf(map: unknown, key: string): unknown {
  return isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** What stands where a map should be, as a map. */
export function mapOf(value: unknown): Record<string, unknown> {
  return isMap(value) ? value : {};
}
