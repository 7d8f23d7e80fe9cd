import type { Locale } from '../../../i18n/locales.ts';
import { useTranslations } from '../../../i18n/translations.ts';
import { attributes, html, type Html } from '../../../lib/html.ts';
import type { Picture } from '../links.ts';

/** What the controls of a question are made with. */
export interface Parts {
  /** The id of the question on its page; ids of its parts begin with it. */
  readonly id: string;
  readonly locale: Locale;
  readonly picture: Picture | undefined;
}

/** One of several answers, as a control and its label. */
export interface Choice {
  readonly value: string;
  readonly text: readonly Html[];
}

/** An option: its control, and room for what is said of it. */
export function optionHtml(
  { value, text }: Choice,
  control: 'checkbox' | 'radio',
  last = false,
): Html {
  const named = attributes({ 'data-item': value, ...(last && { 'data-last': '' }) });
  return html` <div class="answer" ${named}>${labelHtml({ value, text }, control, 'answer')}</div>`;
}

export function labelHtml(
  { value, text }: Choice,
  control: 'checkbox' | 'radio',
  name: string,
): Html {
  return html`<label>
    <input type="${control}" name="${name}" value="${value}" />
    <span>${text}</span>
  </label>`;
}

/** Something of which one of a few things is to be said, side by side. */
export function rowHtml(id: string, text: readonly Html[], choices: readonly Choice[]): Html {
  return html` <fieldset class="answer answer-row" data-item="${id}">
    <legend class="asks">${text}</legend>
    ${choices.map((choice) => html` ${labelHtml(choice, 'radio', `row-${id}`)}`)}
  </fieldset>`;
}

/** A text or a number to type, under its label; `after` stands beside the field. */
export function fieldHtml(
  { id, item, label, numeric }: FieldParts,
  after: readonly Html[] = [],
): Html {
  const field = `${id}-${item}-field`;
  const named = attributes({
    type: 'text',
    id: field,
    // Never the name of what every form has, such as `id` or `reset`: the field would take its place.
    name: `field-${item}`,
    autocapitalize: 'none',
    spellcheck: 'false',
    ...(numeric && { inputmode: 'decimal' }),
  });
  return html`<div class="answer-field">
    <label class="asks" for="${field}">${label}</label>
    <span><input ${named} />${after}</span>
  </div>`;
}

export interface FieldParts {
  readonly id: string;
  readonly item: string;
  readonly label: readonly Html[];
  readonly numeric?: boolean;
}

/** The words of a language for one of these files. */
export const wordsOf = ({ locale }: Parts) => useTranslations(locale);
