import { gradeOrder } from '../grading/grade-order.ts';
import type { Behavior } from './behavior.ts';
import { noteOf } from './note-of.ts';
import type { QuestionParts } from './question-parts.ts';

/**
 * Items that two buttons move, or Alt with an arrow; where they stand is the answer. It counts once
 * one was moved: the order in which they lie at first is nobody's.
 */
export function orderList({ form, items, keyPart, copy }: QuestionParts): Behavior {
  const { inPlace, misplaced, moved: sentence = '', retry } = form.dataset;
  /** The items as they stand, from the top. */
  const now = () => [...form.querySelectorAll<HTMLElement>('.answer')];
  const first = now();
  let moved = false;

  const move = (row: HTMLElement, way: string): void => {
    const order = now();
    const beside = order[order.indexOf(row) + (way === 'up' ? -1 : 1)];
    // The neighbor goes around: what has the focus never leaves the page.
    if (beside && way === 'up') row.after(beside);
    else if (beside) row.before(beside);
    moved = true;
    row.dispatchEvent(new Event('input', { bubbles: true }));
    const said = sentence
      .replace('{item}', () => row.querySelector('label')?.textContent ?? '')
      .replace('{n}', `${now().indexOf(row) + 1}`);
    form.querySelector('.question-status')?.replaceChildren(said);
  };

  for (const row of first) {
    row.querySelector('select')?.setAttribute('hidden', '');
    for (const button of row.querySelectorAll('button')) {
      button.hidden = false;
      button.addEventListener('click', () => {
        move(row, button.dataset['move'] ?? '');
      });
    }
    row.addEventListener('keydown', (event) => {
      const way = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
      if (!way) return;
      event.preventDefault();
      move(row, way);
    });
  }

  return {
    items,
    controls: [],
    read: () =>
      moved
        ? Object.fromEntries(now().map(({ dataset }, index) => [dataset['item'] ?? '', index + 1]))
        : {},
    write: (answer) => {
      const rank = (row: HTMLElement) => Number(answer[row.dataset['item'] ?? ''] ?? items.length);
      moved = Object.keys(answer).length > 0;
      first[0]?.parentElement?.append(...first.toSorted((a, b) => rank(a) - rank(b)));
    },
    tally: (answer) => gradeOrder(items, answer),
    note: noteOf(keyPart, { right: inPlace, wrong: misplaced }),
    hints: () => [retry],
    key: () => items.flatMap((id) => [copy(id, 'mark'), copy(id, 'text')]),
    ideas: () => [],
  };
}
