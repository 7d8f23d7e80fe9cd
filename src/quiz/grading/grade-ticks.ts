import type { Answer } from './key.ts';
import type { Tally } from './verdict.ts';

/**
 * Grades what is ticked: each right option earns its share; each wrong one takes one share back,
 * never below zero. Ticking everything earns little.
 */
export function gradeTicks(right: Readonly<Record<string, boolean>>, answer: Answer): Tally {
  const ids = Object.keys(right);
  const ticked = ids.filter((id) => answer[id] === true);
  const worth = ids.filter((id) => right[id]).length;
  const hits = ticked.filter((id) => right[id]).length;
  const extras = ticked.length - hits;
  return {
    earned: (hits - extras) / Math.max(1, worth),
    marks: Object.fromEntries(ticked.map((id) => [id, right[id] === true])),
    missing: hits < worth,
    extra: extras > 0,
    unanswered: ticked.length > 0 ? undefined : '',
  };
}
