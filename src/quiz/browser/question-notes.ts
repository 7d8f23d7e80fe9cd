import type { AnswerForm } from './answer-form.ts';
import { create, find } from './dom.ts';
import type { Answer } from '../grading/grade.ts';

/** The explanations under options and rows. */
export interface QuestionNotes {
  /** Shows why, under each of `ids`, as seen from what the reader answered. */
  readonly show: (ids: readonly string[], answer: Answer) => void;
  readonly clear: (ids: readonly string[]) => void;
  /** A copy of a part of an item's key: its text, its mark or its reason. */
  readonly copy: (id: string, part: 'text' | 'mark' | 'why') => Node;
}

/**
 * The explanations of the key, copied to where they are needed: whole nodes, so that a page
 * translated by the browser shows them translated, and no word is ever written anew.
 */
export function questionNotes(
  form: HTMLFormElement,
  { type, key, part }: AnswerForm,
  texts: DOMStringMap,
): QuestionNotes {
  const copy: QuestionNotes['copy'] = (id, name) =>
    find(form, `[data-key][data-item="${id}"] .key-${name}`).cloneNode(true);

  const clear = (ids: readonly string[]): void => {
    for (const id of ids) {
      part(id).removeAttribute('data-mark');
      part(id).querySelector('.answer-note')?.remove();
    }
  };
  const show = (ids: readonly string[], answer: Answer): void => {
    clear(ids);
    for (const id of ids) {
      const row = type === 'rows';
      const answered = !row || id in answer;
      const mark = (row ? answer[id] === key[id] : key[id]) ? 'right' : 'wrong';
      const note = create('p', 'answer-note', copy(id, 'mark'), copy(id, 'why'));
      note.id = `${form.id}-${id}-note`;
      // Of a row, first whether the reader is right, then what is true.
      if (row && answered) note.prepend(create('b', 'key-mark', texts[mark] ?? ''));
      if (answered) part(id).dataset['mark'] = mark;
      part(id).append(note);
    }
  };
  return { show, clear, copy };
}
