import { queryKey } from './parameters.ts';
import { canFail, type Subject, type View } from './view.ts';

/** Makes the controls show the state of the view, and offer only what it offers. */
export function showControls(
  { id, parameters }: Subject,
  form: HTMLFormElement,
  { state, stack, places }: View,
): void {
  for (const { name, kind } of parameters) {
    const key = queryKey(id, name);
    for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      `[name="${key}"]`,
    )) {
      const label = control.closest('label');
      if (control instanceof HTMLSelectElement) {
        control.replaceChildren(...places.map((place, index) => new Option(place, `${index + 1}`)));
        control.value = state[name] ?? '';
        if (label) label.hidden = places.length === 0;
      } else {
        control.checked = control.value === state[name];
        if (label && kind === 'hit') label.hidden = !canFail(stack, control.value);
      }
    }
  }
}
