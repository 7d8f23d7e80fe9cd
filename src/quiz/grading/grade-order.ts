import type { Tally } from './verdict.ts';
import type { Answer } from './key.ts';

/**
 * Grades an order: the share of neighboring pairs and distant ones alike that stand in their right
 * order, less what chance gives. Two orders at random agree on half of the pairs, so half earns
 * nothing and all earn 1: Kendall's τ (Kendall 1938, “A new measure of rank correlation”), where it
 * is positive. An item is marked right when it has its very place.
 *
 * `answer` holds a rank under each id; ids that the key does not know, and gaps between ranks,
 * count for nothing, so that an answer kept before an item was removed still grades.
 */
export function gradeOrder(right: readonly string[], answer: Answer): Tally {
  const ranked = right.filter((id) => typeof answer[id] === 'number');
  const given = [...ranked].sort((a, b) => Number(answer[a]) - Number(answer[b]));
  const place = new Map(given.map((id, index) => [id, index]));
  const pairs = right.flatMap((first, index) =>
    right.slice(index + 1).map((second) => [first, second] as const),
  );
  const kept = pairs.filter(([first, second]) => {
    const [a, b] = [answer[first], answer[second]];
    return typeof a === 'number' && typeof b === 'number' && a < b;
  });
  const twin = given.find(
    (id, index) => index > 0 && answer[id] === answer[given[index - 1] ?? ''],
  );
  return {
    earned: (2 * kept.length) / pairs.length - 1,
    marks: Object.fromEntries(ranked.map((id) => [id, place.get(id) === right.indexOf(id)])),
    missing: kept.length < pairs.length,
    extra: false,
    // Two items at one place are an order that was not finished, as is an item without a place.
    unanswered: right.find((id) => !place.has(id)) ?? twin,
  };
}
