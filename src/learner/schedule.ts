import type { GradedAnswer } from './learner-record.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Days until a question is asked again, by how many times it was answered rightly on days apart.
 *
 * Any sane interval teaches: in the meta-analysis of Latimier et al. (2021) spaced retrieval beats
 * massed retrieval (g = 0.74), and it makes no difference whether the intervals grow (g = 0.03).
 * They grow here so that a course once known asks little time. None is shorter than a day: tests a
 * day or more apart do more (g = 0.82) than those within a day (0.56; Adesope et al. 2017).
 */
const INTERVALS = [1, 3, 7, 21, 60] as const;

/** Who comes back at the same time of day finds what is due, even if a little early. */
const GRACE = 4 * HOUR;

/**
 * When a question is due again, in milliseconds since 1970, from its answers alone (oldest first).
 * One answered only in an earlier version (another `rev`) is due at once: it asks something else
 * now. Undefined when it was never answered. `now` bounds answers from a clock that went wrong.
 */
export function dueAt(
  history: readonly GradedAnswer[],
  rev: number,
  now: number,
): number | undefined {
  if (history.length === 0) return undefined;
  const own = history.filter((answer) => answer.rev === rev);
  const last = own.at(-1);
  if (!last) return 0;
  const days = INTERVALS[Math.min(levelOf(own), INTERVALS.length - 1)] ?? 1;
  return Math.min(last.at, now) + days * DAY - GRACE;
}

/**
 * How far a question has come. An answer that fails begins again; one that needed help, or that
 * the reader doubted, leaves it where it is; and so does one given shortly after another, which
 * only shows that the explanation was read.
 */
function levelOf(history: readonly GradedAnswer[]): number {
  let level = 0;
  let before = -Infinity;
  for (const answer of history) {
    if (hasFailed(answer)) level = 0;
    else if (isFirm(answer) && answer.at - before >= DAY - GRACE) level += 1;
    before = answer.at;
  }
  return level;
}

/** Not wholly right, right with the key before one's eyes, or by chance. */
export function hasFailed({ score, revealed, sure }: GradedAnswer): boolean {
  return score !== 1 || revealed === true || sure === 'guess';
}

function isFirm({ hints = 0, sure }: GradedAnswer): boolean {
  return hints === 0 && sure !== 'unsure';
}
