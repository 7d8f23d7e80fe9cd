import type { Answer, ItemType, Key } from './grade.ts';

/** The controls of one question, as the page drew them. */
export interface AnswerForm {
  readonly type: ItemType;
  readonly key: Key;
  /** The part of the page that holds an option or a row, by its id. */
  readonly parts: ReadonlyMap<string, HTMLElement>;
  /** What the controls say now. */
  readonly read: () => Answer;
  /** Makes the controls say `answer`; ids that are no longer there are passed over. */
  readonly write: (answer: Answer) => void;
}

/** Finds the controls of a question and its key. Looks at ids and values, never at words. */
export function answerForm(form: HTMLFormElement): AnswerForm {
  const type = form.dataset['type'] as ItemType;
  const key: Record<string, boolean> = {};
  const parts = new Map<string, HTMLElement>();
  for (const item of form.querySelectorAll<HTMLElement>('li[data-item]')) {
    key[item.dataset['item'] ?? ''] = item.dataset['key'] === 'true';
  }
  for (const part of form.querySelectorAll<HTMLElement>('.answer')) {
    parts.set(part.dataset['item'] ?? '', part);
  }

  const inputs = [...form.querySelectorAll('input')];
  // The radios of a row say true or false; ticking an option says true of it.
  const says = (input: HTMLInputElement): readonly [id: string, answer: boolean] => [
    input.closest<HTMLElement>('.answer')?.dataset['item'] ?? '',
    type !== 'rows' || input.value === 'true',
  ];
  return {
    type,
    key,
    parts,
    read: () => Object.fromEntries(inputs.filter(({ checked }) => checked).map(says)),
    write: (answer) => {
      for (const input of inputs) {
        const [id, said] = says(input);
        input.checked = answer[id] === said;
      }
    },
  };
}
