import { copyOf, light, lightsOf } from './light.ts';

/** Shows a step, `0` for the whole picture: answers which it was, and what is said of it. */
export type ShowStep = (asked: string) => readonly [step: string, text: string];

const WAYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** The words of a step become a button: it can be pressed, and be in focus. */
function buttonIn(line: HTMLElement): HTMLElement {
  const there = line.querySelector('button');
  if (there) return there;
  const button = document.createElement('button');
  button.append(...line.childNodes);
  line.append(button);
  return button;
}

/**
 * Lets the steps under `root` be walked: by the two buttons, by arrow keys while one of them or a
 * step is in focus, by the steps themselves and by what they are about in the picture. `go` is asked
 * for a step.
 */
export function walkSteps(root: HTMLElement, go: (step: string) => void): ShowStep | undefined {
  const bar = root.querySelector<HTMLElement>('.flow-walk');
  const [back, on] = bar?.querySelectorAll('button') ?? [];
  const where = bar?.querySelector('output');
  const said = root.querySelector('.flow-said');
  if (!bar || !back || !on || !where || !said) return undefined;
  const hint = said.textContent;
  const { whole = '', at = '' } = bar.dataset;
  const lines = () => [...root.querySelectorAll<HTMLElement>('.flow-steps > li')];
  let step = 0;

  const move = (way: number) => {
    const next = step + way;
    if (next >= 0 && next <= lines().length) go(`${next}`);
  };
  back.addEventListener('click', () => move(-1));
  on.addEventListener('click', () => move(1));
  root.addEventListener('click', ({ target }) => {
    const element = target as Element;
    const line = element.closest<HTMLElement>('.flow-steps > li');
    const id = element.closest<SVGElement>('.flow [data-id]')?.dataset['id'] ?? '';
    const index = lines().findIndex((one) => one === line || lightsOf(one).includes(id));
    if (index >= 0) go(`${index + 1}`);
  });
  root.addEventListener('keydown', (event) => {
    const way = WAYS[event.key];
    if (!way || !(event.target as Element).closest('.flow-walk, .flow-steps')) return;
    event.preventDefault();
    move(way);
  });

  return (asked) => {
    const all = lines();
    step = all.findIndex((_, index) => `${index + 1}` === asked) + 1;
    const inList = document.activeElement?.closest('.flow-steps');
    all.forEach((line, index) => {
      const button = buttonIn(line);
      const current = index === step - 1;
      button.ariaCurrent = current ? 'step' : null;
      if (current && inList) button.focus();
    });
    const line = all[step - 1];
    light(root, lightsOf(line), 'lit');
    said.replaceChildren(...(line ? copyOf(buttonIn(line)) : [hint]));
    where.textContent = (line ? at : whole)
      .replace('{{n}}', `${step}`)
      .replace('{{count}}', `${all.length}`);
    // Not `disabled`: a button that is in focus would lose it.
    back.ariaDisabled = `${step === 0}`;
    on.ariaDisabled = `${step === all.length}`;
    return [`${step}`, [where.textContent, line?.textContent.trim()].filter(Boolean).join('. ')];
  };
}
