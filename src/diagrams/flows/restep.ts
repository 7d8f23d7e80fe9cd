import { moveText } from './move-text.ts';
import { COPIES, FIRST_COUNTS, reconcile } from './reconcile.ts';
import type { WalkState } from './walk-state.ts';

/**
 * Writes the steps of the loop under `root` for the counts that are asked for, if it has any; `texts`
 * are those of the moves. Answers the counts that it took.
 */
export function restep(
  root: HTMLElement,
  texts: Readonly<Record<string, string>>,
  asked: WalkState,
): WalkState {
  const taken = (name: keyof typeof FIRST_COUNTS) =>
    COPIES.find((count) => `${count}` === asked[name]) ?? FIRST_COUNTS[name];
  const [desired, actual] = [taken('desired'), taken('actual')];
  const lines = reconcile(desired, actual).map((move, index) => {
    const line = document.createElement('li');
    line.dataset['step'] = `${index + 1}`;
    line.dataset['lights'] = move.lights.join(' ');
    line.textContent = moveText(texts, move);
    return line;
  });
  root.querySelector('.flow-steps')?.replaceChildren(...lines);
  return { desired: `${desired}`, actual: `${actual}` };
}
