import { shuffled } from '../grading/shuffle.ts';
import type { QuestionParts } from './question-parts.ts';

/** What has no order of its own, and nobody at work in it; a quiz may keep its author's. */
const SHUFFLED = ':not([data-type=order], [data-type=trace], [data-fixed] *, :focus-within)';

/**
 * Lays the options or rows of a question in an order of the day, so that none is remembered by its
 * place: the same through a session, on every page and after every reload, without anything to
 * keep. Not while it is in sight: what someone reads does not move.
 */
export function shuffleAnswers({ form, items, part }: QuestionParts): void {
  const { top, bottom } = form.getBoundingClientRect();
  if (!form.matches(SHUFFLED) || (bottom > 0 && top < innerHeight)) return;
  const last = items.filter((id) => 'last' in part(id).dataset);
  for (const id of shuffled(items, new Date().toDateString() + form.id, last))
    part(id).parentElement?.append(part(id));
}
