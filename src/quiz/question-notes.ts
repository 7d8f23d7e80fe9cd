import { create } from './create.ts';
import type { AnswerForm } from './answer-form.ts';
import type { Answer } from './grade.ts';

/** The explanations under options and rows. */
export interface QuestionNotes {
  /** Shows why, under each of `ids`, as seen from what the reader answered. */
  readonly show: (ids: Iterable<string>, answer: Answer) => void;
  readonly clear: (id?: string) => void;
  /** The explanation of an item, to be said as well as shown. */
  readonly whyOf: (id: string) => Node | undefined;
}

/**
 * The explanations of the key, copied to where they are needed: whole nodes, so that a page
 * translated by the browser shows them translated, and no word is ever written anew.
 */
export function questionNotes(
  form: HTMLFormElement,
  { type, key, parts }: AnswerForm,
  texts: DOMStringMap,
): QuestionNotes {
  const notes = new Map<string, HTMLElement>();
  const inKey = (id: string, name: string) =>
    form.querySelector(`li[data-item="${id}"] .${name}`)?.cloneNode(true);

  const clear = (id: string): void => {
    notes.get(id)?.remove();
    notes.delete(id);
    parts.get(id)?.removeAttribute('data-mark');
  };
  const show = (id: string, answer: Answer): void => {
    const part = parts.get(id);
    if (!part) return;
    clear(id);
    const said = answer[id];
    const rows = type === 'rows';
    const right = rows ? said === key[id] : key[id] === true;
    const note = create('p', 'answer-note');
    note.id = `${form.id}-${id}-note`;
    // A row answered begins with the reader's own right or wrong, then says what is true.
    if (rows && said !== undefined) {
      const verdict = create('b', 'key-mark');
      verdict.textContent = texts[right ? 'right' : 'wrong'] ?? '';
      note.append(verdict, ' ');
    }
    note.append(inKey(id, 'key-mark') ?? '', ' ', inKey(id, 'key-why') ?? '');
    if (!rows || said !== undefined) part.dataset['mark'] = right ? 'right' : 'wrong';
    part.append(note);
    notes.set(id, note);
  };
  return {
    show: (ids, answer) => {
      for (const id of ids) show(id, answer);
    },
    clear: (id) => {
      for (const each of id === undefined ? [...notes.keys()] : [id]) clear(each);
    },
    whyOf: (id) => inKey(id, 'key-why'),
  };
}
