import { find } from './dom.ts';
import type { Answer, ItemType, Key } from '../grading/grade.ts';

/** The controls of one question, as the page drew them. */
export interface AnswerForm {
  readonly type: ItemType;
  readonly key: Key;
  /** The part of the page that holds an option or a row. */
  readonly part: (id: string) => HTMLElement;
  /** What the controls say now. */
  readonly read: () => Answer;
  /** Makes the controls say `answer`; ids that are no longer there are passed over. */
  readonly write: (answer: Answer) => void;
}

/** Finds the controls of a question and its key. Looks at ids and values, never at words. */
export function answerForm(form: HTMLFormElement): AnswerForm {
  const type = form.dataset['type'] as ItemType;
  const inputs = [...form.querySelectorAll('input')];
  // The radios of a row say true or false; ticking an option says true of it.
  const says = (input: HTMLInputElement): readonly [id: string, answer: boolean] => [
    itemOf(input),
    input.value !== 'false',
  ];
  return {
    type,
    key: Object.fromEntries(
      [...form.querySelectorAll<HTMLElement>('[data-key]')].map(({ dataset }) => [
        dataset['item'] ?? '',
        dataset['key'] === 'true',
      ]),
    ),
    part: (id) => find(form, `.answer[data-item="${id}"]`),
    read: () => Object.fromEntries(inputs.filter(({ checked }) => checked).map(says)),
    write: (answer) => {
      for (const input of inputs) {
        const [id, said] = says(input);
        input.checked = answer[id] === said;
      }
    },
  };
}

/** The id of the option or row that a control belongs to. */
export function itemOf(control: Element): string {
  return control.closest<HTMLElement>('.answer')?.dataset['item'] ?? '';
}
