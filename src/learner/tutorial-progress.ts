import { keptAnswer } from './answers.ts';

/** How far a reader is with the quiz of a tutorial. */
export interface TutorialProgress {
  /** Questions that were checked, or whose key was asked for. */
  readonly answered: number;
  /** Questions whose last answer was wholly right, without the key. */
  readonly right: number;
  readonly total: number;
}

/**
 * Counts over the questions of a quiz, each named `id` or `id@rev`. With its `rev`, an answer to an
 * earlier version of the question does not count: it will be asked again.
 */
export function tutorialProgress(tutorial: string, questions: readonly string[]): TutorialProgress {
  const kept = questions.flatMap((question) => {
    const [id = '', rev] = question.split('@');
    const answer = keptAnswer(tutorial, id);
    return answer && (rev === undefined || answer.rev === Number(rev)) ? [answer] : [];
  });
  return {
    answered: kept.length,
    right: kept.filter(({ score, revealed }) => score === 1 && !revealed).length,
    total: questions.length,
  };
}
