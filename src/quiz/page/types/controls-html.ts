import { html, type Html } from '../../../lib/html.ts';
import type { Localized } from '../../../i18n/locales.ts';
import type { Question, QuestionOf, QuestionType } from '../../schema.ts';
import { inlineHtml } from '../inline-html.ts';
import { plainText } from '../inline-text.ts';
import {
  fieldHtml,
  optionHtml,
  rowHtml,
  wordsOf,
  type Choice,
  type Parts,
} from './answer-parts.ts';
import { orderHtml } from './order-html.ts';
import { traceHtml } from './trace-html.ts';

type Makers = {
  readonly [Type in QuestionType]: (question: QuestionOf<Type>, parts: Parts) => readonly Html[];
};

/** More targets, or longer names, would not stand side by side on a phone: they go into a list. */
const SHORT = 22;
const FEW = 2;

const ticks =
  (control: 'checkbox' | 'radio') =>
  (
    {
      options,
    }: {
      readonly options: readonly {
        readonly id: string;
        readonly text: Localized;
        readonly last: boolean;
      }[];
    },
    { locale }: Parts,
  ): readonly Html[] =>
    options.map(({ id, text, last }) =>
      optionHtml({ value: id, text: inlineHtml(text, locale) }, control, last),
    );

const MAKERS: Makers = {
  choice: ticks('radio'),
  multiple: ticks('checkbox'),
  hotspot: (question, parts) => [
    html`<div class="question-picture">${parts.picture?.(question.diagram, parts.id) ?? ''}</div>`,
    ...ticks(hasSeveral(question) ? 'checkbox' : 'radio')(question, parts),
  ],
  rows: ({ rows }, parts) => {
    const t = wordsOf(parts);
    const choices: readonly Choice[] = [
      { value: 'true', text: [html`${t('quiz:true')}`] },
      { value: 'false', text: [html`${t('quiz:false')}`] },
    ];
    return rows.map(({ id, text }) => rowHtml(id, inlineHtml(text, parts.locale), choices));
  },
  order: orderHtml,
  match: matchHtml,
  text: (_question, parts) => [answerField(parts, wordsOf(parts)('quiz:field.text'))],
  number: ({ unit }, parts) => {
    const { locale } = parts;
    const label = wordsOf(parts)('quiz:field.number');
    return [
      answerField(
        parts,
        unit ? `${label} (${plainText(unit[locale], locale)})` : label,
        unit
          ? [html`<span class="answer-unit" aria-hidden="true">${inlineHtml(unit, locale)}</span>`]
          : [],
        true,
      ),
    ];
  },
  trace: traceHtml,
};

/** The controls of a question, complete without JavaScript. */
export function controlsHtml(question: Question, parts: Parts): readonly Html[] {
  return MAKERS[question.type](question as never, parts);
}

/** Whether more than one layer is to be found. */
export const hasSeveral = ({ options }: QuestionOf<'hotspot'>): boolean =>
  options.filter(({ correct }) => correct).length > 1;

function answerField(
  { id }: Parts,
  label: string,
  after: readonly Html[] = [],
  numeric = false,
): Html {
  return html` <div class="answer" data-item="answer">
    ${fieldHtml({ id, item: 'answer', label: [html`${label}`], numeric }, after)}
  </div>`;
}

function matchHtml({ items, targets }: QuestionOf<'match'>, parts: Parts): readonly Html[] {
  const { id, locale } = parts;
  const named = targets.map((target) => ({
    ...target,
    name: plainText(target.text[locale], locale),
  }));
  if (named.length <= FEW && named.every(({ name }) => name.length <= SHORT)) {
    const choices = targets.map((target) => ({
      value: target.id,
      text: inlineHtml(target.text, locale),
    }));
    return items.map((item) => rowHtml(item.id, inlineHtml(item.text, locale), choices));
  }
  const choose = wordsOf(parts)('quiz:match.choose');
  const options = named.map(
    ({ id: value, name }) => html`<option value="${value}">${name}</option>`,
  );
  const fields = items.map((item) => {
    const field = `${id}-${item.id}-field`;
    return html` <div class="answer" data-item="${item.id}">
      <div class="answer-field">
        <label class="asks" for="${field}">${inlineHtml(item.text, locale)}</label>
        <select id="${field}" name="field-${item.id}">
          <option value="">${choose}</option>
          ${options}
        </select>
      </div>
    </div>`;
  });
  // A list that does not open on paper: there, the answers stand over the lines.
  const onPaper = targets.map(({ text }) => html`<li>${inlineHtml(text, locale)}</li>`);
  return [
    html` <ul class="match-choices" hidden>
      ${onPaper}
    </ul>`,
    ...fields,
  ];
}
