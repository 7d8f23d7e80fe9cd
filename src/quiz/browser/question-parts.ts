import type { Control } from './behavior.ts';
import { find } from './dom.ts';

/** The parts of a question as the page drew them, found by ids and values, never by words. */
export interface QuestionParts {
  readonly form: HTMLFormElement;
  readonly items: readonly string[];
  readonly controls: readonly Control[];
  /** The part that holds an item. */
  readonly part: (id: string) => HTMLElement;
  /** What the key says of an item. */
  readonly keyPart: (id: string) => HTMLElement;
  /** A copy of one thing that the key says of an item: its text, its mark, its reason. */
  readonly copy: (id: string, name: string) => Node;
  /** The id of the item that a control belongs to. */
  readonly itemOf: (control: Element) => string;
}

export function questionParts(form: HTMLFormElement): QuestionParts {
  const entries = [...form.querySelectorAll<HTMLElement>('[data-key]')];
  const keyPart = (id: string) => find(form, `[data-key][data-item="${id}"]`);
  return {
    form,
    items: entries.map(({ dataset }) => dataset['item'] ?? ''),
    controls: [...form.querySelectorAll<Control>('.answer :is(input, select)')],
    part: (id) => find(form, `.answer[data-item="${id}"]`),
    keyPart,
    // Whole nodes: a page that the browser translated shows them translated.
    copy: (id, name) => find(keyPart(id), `.key-${name}`).cloneNode(true),
    itemOf,
  };
}

/** The id of the item that a control belongs to; nothing for a control of something else. */
export function itemOf(control: Element): string {
  return control.closest<HTMLElement>('.answer')?.dataset['item'] ?? '';
}
