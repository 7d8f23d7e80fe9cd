import type { Localized } from '../i18n/locales.ts';
import type { Question } from './schema.ts';

/** An option or a row, seen alike: it has an id, a text, a reason and a truth. */
export interface Item {
  readonly id: string;
  readonly text: Localized;
  readonly why: Localized;
  readonly right: boolean;
}

/** The options or the rows of a question. */
export function itemsOf(question: Question): readonly Item[] {
  return question.type === 'rows'
    ? question.rows.map(({ answer, ...row }) => ({ ...row, right: answer }))
    : question.options.map(({ correct, ...option }) => ({ ...option, right: correct }));
}
