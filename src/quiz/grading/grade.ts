/** The types that one answer of yes and no by item can hold. */
export type ItemType = 'choice' | 'multiple' | 'rows';

/**
 * What a reader answered, by the ids of options or rows, never by their place: `true` for an option
 * that is ticked, and for a row what the reader says of it. What is absent is not answered.
 */
export type Answer = Readonly<Record<string, boolean>>;

/** The right answer: every id of the question, with `true` or `false`. */
export type Key = Readonly<Record<string, boolean>>;

export type Verdict = 'invalid' | 'wrong' | 'partial' | 'right';

export interface Grade {
  readonly verdict: Verdict;
  /** From 0 to 1. */
  readonly score: number;
  /** A right option is not ticked, or a row is answered wrongly. */
  readonly missing: boolean;
  /** A wrong option is ticked. */
  readonly extra: boolean;
  /** The first row without an answer; for options, `''` when none is ticked. */
  readonly unanswered: string | undefined;
}

/**
 * Grades an answer. Ids that the key does not know count for nothing, so that an answer kept
 * before an option was removed still grades.
 * - choice, multiple: each right option that is ticked earns its share; each wrong one that is
 *   ticked takes one share back, never below zero. Ticking everything earns little.
 * - rows: each row that is answered rightly earns its share; all rows want an answer.
 */
export function grade(type: ItemType, key: Key, answer: Answer): Grade {
  const ids = Object.keys(key);
  const rows = type === 'rows';
  const unanswered = rows
    ? ids.find((id) => typeof answer[id] !== 'boolean')
    : ids.some((id) => answer[id] === true)
      ? undefined
      : '';
  const worth = ids.filter((id) => rows || key[id]);
  const hits = worth.filter((id) => answer[id] === key[id]).length;
  const extras = rows ? 0 : ids.filter((id) => answer[id] === true && !key[id]).length;
  const score = unanswered === undefined ? Math.max(0, hits - extras) / worth.length : 0;
  return {
    verdict:
      unanswered !== undefined
        ? 'invalid'
        : score === 1
          ? 'right'
          : score > 0
            ? 'partial'
            : 'wrong',
    score,
    missing: hits < worth.length,
    extra: extras > 0,
    unanswered,
  };
}
