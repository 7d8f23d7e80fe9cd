import { misconceptionsOf } from '../grading/misconceptions-of.ts';
import type { Question, Quiz } from '../schema.ts';
import type { Loss, LossKind } from './exported.ts';

/** What no format carries of a question, besides what one of them does not; each once. */
export function commonLosses(question: Question, own: readonly LossKind[]): readonly Loss[] {
  const kinds: readonly LossKind[] = [
    ...own,
    ...(question.confidence ? (['confidence'] as const) : []),
    ...(misconceptionsOf(question).length > 0 ? (['misconceptions'] as const) : []),
  ];
  return [...new Set(kinds)].map((what) => ({ question: question.id, what }));
}

/** What no format carries of a whole quiz. */
export function quizLosses({ pools }: Quiz): readonly Loss[] {
  return Object.keys(pools).length > 0 ? [{ question: '', what: 'pools' }] : [];
}
