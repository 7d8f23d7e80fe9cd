import type { Behavior } from './behavior.ts';
import type { QuestionParts } from './question-parts.ts';

/**
 * A list and a picture, one control: pointing at a layer chooses its option, and what is chosen, or
 * has the focus, shows in the picture. Whoever cannot point has the list, which is the same.
 */
export function withPicture({ form, controls, itemOf }: QuestionParts, plain: Behavior): Behavior {
  const picture = form.querySelector<HTMLElement>('.question-picture');
  const show = (): void => {
    for (const control of controls as readonly HTMLInputElement[]) {
      const layers = picture?.querySelectorAll(`[data-id="${itemOf(control)}"]`) ?? [];
      for (const { classList } of layers) {
        classList.add('pointable');
        classList.toggle('chosen', control.checked);
        classList.toggle('pointed', control === document.activeElement);
      }
    }
  };
  // The innermost option: a plate stands in its frame.
  const options = controls.map((control) => `[data-id="${itemOf(control)}"]`).join();
  picture?.addEventListener('click', ({ target }) => {
    const id = (target as Element).closest(options)?.getAttribute('data-id');
    const control = controls.find((each) => itemOf(each) === id);
    control?.focus();
    control?.click();
  });
  for (const type of ['change', 'focusin', 'focusout']) form.addEventListener(type, show);
  show();
  return {
    ...plain,
    write: (answer) => {
      plain.write(answer);
      show();
    },
  };
}
