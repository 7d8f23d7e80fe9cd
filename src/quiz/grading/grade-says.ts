import { accepts } from './accepts.ts';
import type { Answer, Right, Said } from './key.ts';
import type { Tally } from './verdict.ts';

/** Grades what is said of each item: each that is right earns its share; all want an answer. */
export function gradeSays(right: Readonly<Record<string, Right>>, answer: Answer): Tally {
  const entries = Object.entries(right);
  const answered = entries.filter(([id]) => isSaid(answer[id]));
  const marks = Object.fromEntries(
    answered.map(([id, wanted]) => [id, isRight(wanted, answer[id] ?? '')]),
  );
  const hits = answered.filter(([id]) => marks[id]).length;
  return {
    earned: hits / entries.length,
    marks,
    missing: hits < entries.length,
    extra: false,
    unanswered: entries.find(([id]) => !Object.hasOwn(marks, id))?.[0],
  };
}

/** Whether that is what is to be said; of what is typed, whether it comes down to the same. */
export const isRight = (wanted: Right, said: Said): boolean =>
  typeof wanted === 'object' ? accepts(wanted, said) : said === wanted;

/** What an object inherits under a name, such as `constructor`, was said by nobody. */
const isSaid = (said: unknown): boolean =>
  ['boolean', 'number', 'string'].includes(typeof said) && said !== '';
