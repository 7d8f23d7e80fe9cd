import { gradeOrder } from './grade-order.ts';
import { gradeSays } from './grade-says.ts';
import { gradeTicks } from './grade-ticks.ts';
import type { Answer, Key } from './key.ts';
import { gradeOf, type Grade, type Tally } from './verdict.ts';

/**
 * Grades an answer to a question of any type. Ids that the key does not know count for nothing,
 * so that an answer kept before an option was removed still grades.
 */
export function grade(key: Key, answer: Answer): Grade {
  return gradeOf(tally(key, answer));
}

function tally(key: Key, answer: Answer): Tally {
  switch (key.kind) {
    case 'ticks':
      return gradeTicks(key.right, answer);
    case 'says':
      return gradeSays(key.right, answer);
    case 'order':
      return gradeOrder(key.right, answer);
  }
}
