import { queryKey, type State } from './parameters.ts';
import type { Subject, View } from './view.ts';

/** The state that the form's controls show. */
export function readControls({ id, parameters }: Subject, form: HTMLFormElement): State {
  const data = new FormData(form);
  return Object.fromEntries(
    parameters.map(({ name, values, initial }) => {
      const answer = data.get(queryKey(id, name));
      return [name, values.find((value) => value === answer) ?? initial];
    }),
  );
}

/** Makes the controls show the state of the view, and offer only what it offers. */
export function showControls(
  { id, parameters }: Subject,
  form: HTMLFormElement,
  { state, targets, places }: View,
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
        label?.toggleAttribute('hidden', places.length === 0);
      } else {
        control.checked = control.value === state[name];
        if (kind === 'hit') label?.toggleAttribute('hidden', !targets.includes(control.value));
      }
    }
  }
}
