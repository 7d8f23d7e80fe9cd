import type { QuestionDraft, QuizDraft } from '../draft.ts';

/** Below this chance, a habit of the author is likelier than luck. */
export const UNLIKELY = 0.05;

/** A question of which one option is right: its place, and how many there are. */
export interface SingleChoice {
  readonly index: number;
  readonly question: QuestionDraft;
  readonly right: number;
  readonly of: number;
}

/** The questions in which a reader could guess one of several options. */
export const singleChoices = ({ questions }: QuizDraft): readonly SingleChoice[] =>
  questions.flatMap((question, index) => {
    const right = question.options.findIndex(({ correct }) => correct === true);
    return question.type === 'choice' && right >= 0
      ? [{ index, question, right, of: question.options.length }]
      : [];
  });

/**
 * The chance that at least `hits` of independent trials succeed, each with its own probability
 * (Poisson's binomial distribution, by adding one trial after the other).
 */
export function atLeast(hits: number, chances: readonly number[]): number {
  const spread = chances.reduce<readonly number[]>(
    (before, chance) =>
      Array.from(
        { length: before.length + 1 },
        (_, n) => (before[n] ?? 0) * (1 - chance) + (before[n - 1] ?? 0) * chance,
      ),
    [1],
  );
  return spread.slice(hits).reduce((sum, part) => sum + part, 0);
}
