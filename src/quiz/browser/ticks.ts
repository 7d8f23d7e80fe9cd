import { gradeTicks } from '../grading/grade-ticks.ts';
import type { Behavior } from './behavior.ts';
import type { QuestionParts } from './question-parts.ts';

/** Options to tick: one, or several. Those that were ticked are explained, and all once it is over. */
export function ticks(parts: QuestionParts): Behavior {
  const { form, items, controls, itemOf, keyPart, copy } = parts;
  const { retry, missing, extra } = form.dataset;
  const boxes = controls as readonly HTMLInputElement[];
  const right = Object.fromEntries(items.map((id) => [id, keyPart(id).dataset['key'] === 'true']));
  return {
    items,
    controls,
    keepsNotes: true,
    read: () =>
      Object.fromEntries(boxes.filter(({ checked }) => checked).map((box) => [itemOf(box), true])),
    write: (answer) => {
      for (const box of boxes) box.checked = answer[itemOf(box)] === true;
    },
    tally: (answer) => gradeTicks(right, answer),
    note: (id) => ({
      nodes: [copy(id, 'mark'), copy(id, 'why')],
      mark: right[id] ? 'right' : 'wrong',
    }),
    hints: (grade) => [retry, grade.missing && missing, grade.extra && extra],
    key: () => items.flatMap((id) => (right[id] ? [copy(id, 'text'), copy(id, 'mark')] : [])),
    ideas: (answer) => items.map((id) => (answer[id] ? keyPart(id).dataset['idea'] : undefined)),
  };
}
