import { gradeSays, isRight } from '../grading/grade-says.ts';
import type { Right, Said } from '../grading/key.ts';
import type { Behavior, Control } from './behavior.ts';
import { noteOf } from './note-of.ts';
import type { QuestionParts } from './question-parts.ts';

/** Something to say of each item: true or false, a target, what a command prints, a typed answer. */
export function says(parts: QuestionParts, texts: DOMStringMap): Behavior {
  const { form, items, controls, itemOf, keyPart, copy } = parts;
  const { share, retry, type = '' } = form.dataset;
  const { right, wrong } = texts;
  const key: Readonly<Record<string, Right>> = Object.fromEntries(
    items.map((id) => [id, JSON.parse(keyPart(id).dataset['key'] ?? '') as Right]),
  );
  const meant = (control: Control): Said =>
    typeof key[itemOf(control)] === 'boolean' ? control.value === 'true' : control.value.trim();

  /** What is known of an answer: a wrong option of a step, a mistake that is often typed. */
  const known = (id: string, said: Said | undefined): HTMLElement | undefined =>
    said === undefined
      ? undefined
      : [...keyPart(id).querySelectorAll<HTMLElement>('[data-said]')].find(({ dataset }) =>
          isRight(JSON.parse(dataset['said'] ?? '') as Right, said),
        );

  return {
    items,
    controls,
    read: () =>
      Object.fromEntries(
        controls
          .filter((control) => (isRadio(control) ? control.checked : control.value.trim()))
          .map((control) => [itemOf(control), meant(control)]),
      ),
    write: (answer) => {
      for (const control of controls) {
        const said = answer[itemOf(control)];
        if (isRadio(control)) control.checked = said === meant(control);
        else control.value = `${said ?? ''}`;
      }
    },
    tally: (answer) => gradeSays(key, answer),
    // What stands beside other items is put right at once; what is asked alone is left to be found.
    note: noteOf(keyPart, { right, wrong, told: /rows|match|trace/.test(type) }, known),
    hints: ({ marks, verdict }) => [
      verdict === 'partial' &&
        share?.replace('{right}', `${Object.values(marks).filter(Boolean).length}`),
      retry,
    ],
    key: () => items.map((id) => copy(id, 'mark')),
    ideas: (answer) =>
      items.flatMap((id) => {
        const { ideas = '{}' } = keyPart(id).dataset;
        const bySaid = JSON.parse(ideas) as Readonly<Record<string, string>>;
        return [bySaid[String(answer[id])], known(id, answer[id])?.dataset['idea']];
      }),
  };
}

const isRadio = (control: Control): control is HTMLInputElement => control.type === 'radio';
