import { copyOf, light, lightsOf } from './light.ts';
import { pathTo, walk, walked } from './questions.ts';

/** Shows where answers like `no-yes` lead: answers which of them it took, and what is said there. */
export type ShowPath = (asked: string) => readonly [path: string, text: string];

/**
 * Lets the questions under `root` be answered one at a time, with the words that its list has of
 * them. `go` is asked for a path.
 */
export function walkQuestions(root: HTMLElement, go: (path: string) => void): ShowPath | undefined {
  const form = root.querySelector<HTMLElement>('.flow-ask');
  const asked = form?.querySelector<HTMLElement>('p');
  if (!form || !asked) return undefined;
  const buttons = [...form.querySelectorAll('button')];
  let answers: readonly string[] = [];

  form.addEventListener('click', ({ target }) => {
    const button = target as HTMLButtonElement;
    const next: Readonly<Record<string, readonly string[]>> = {
      yes: [...answers, 'yes'],
      no: [...answers, 'no'],
      back: answers.slice(0, -1),
      again: [],
    };
    const path = next[button.value];
    if (!path) return;
    go(path.join('-'));
    // Whoever pressed a button that is gone now goes on at what it led to.
    if (button.hidden) asked.focus();
  });

  // The pointer's short cut for what the answers do.
  root.addEventListener('click', ({ target }) => {
    const node = (target as Element).closest<SVGElement>('.flow .node');
    const path = node && pathTo(node.dataset['id'] ?? '');
    if (path) go(path.join('-'));
  });

  return (path) => {
    const way = walk(path.split('-'));
    answers = way.answered.map(({ answer }) => answer);
    const lit = walked(way);
    light(root, lit, 'lit');
    for (const line of root.querySelectorAll<HTMLElement>('.flow-tree [data-lights]')) {
      const own = lightsOf(line);
      line.classList.toggle(
        'lit',
        own.every((id) => lit.includes(id)),
      );
      line.ariaCurrent = own[0] === way.at ? 'step' : null;
    }
    const words = root.querySelector<HTMLElement>(`.flow-tree [data-words="${way.at}"]`);
    asked.replaceChildren(...(words ? copyOf(words) : []));
    const ended = words?.dataset['end'] !== undefined;
    for (const button of buttons) {
      const answering = button.value === 'yes' || button.value === 'no';
      button.hidden = answering ? ended : answers.length === 0;
    }
    return [answers.join('-'), asked.textContent.trim()];
  };
}
