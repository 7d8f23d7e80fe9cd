export type Verdict = 'invalid' | 'wrong' | 'partial' | 'right';

/** What an answer earns, before the verdict. */
export interface Tally {
  /** 1 for all; below 0 when more was taken back than earned. */
  readonly earned: number;
  /** Of each item that is answered: whether it is rightly. */
  readonly marks: Readonly<Record<string, boolean>>;
  /** A right option is not ticked, or an item is answered wrongly. */
  readonly missing: boolean;
  /** A wrong option is ticked. */
  readonly extra: boolean;
  /** The first item without an answer; for options, `''` when none is ticked. */
  readonly unanswered: string | undefined;
}

export interface Grade extends Omit<Tally, 'earned'> {
  readonly verdict: Verdict;
  /** From 0 to 1; 0 while something is not answered. */
  readonly score: number;
}

/** The verdict on what was earned. */
export function gradeOf({ earned, ...tally }: Tally): Grade {
  const invalid = tally.unanswered !== undefined;
  const score = invalid ? 0 : Math.max(0, earned);
  return {
    ...tally,
    score,
    verdict: invalid ? 'invalid' : score === 1 ? 'right' : score > 0 ? 'partial' : 'wrong',
  };
}
