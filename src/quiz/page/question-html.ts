import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { attributes, html, type Html } from '../../lib/html.ts';
import { inlineHtml } from './inline-html.ts';
import { itemsOf, type Item } from '../items-of.ts';
import { keyHtml } from './key-html.ts';
import type { Link } from './links.ts';
import { questionTexts } from './quiz-texts.ts';
import type { Question } from '../schema.ts';

/** A question with what the page around it says of it. */
export interface ShownQuestion {
  /** The id of its quiz. */
  readonly quiz: string;
  readonly question: Question;
  /** Its place among the `total` questions, from 1. */
  readonly n: number;
  readonly total: number;
  readonly locale: Locale;
  /** Where its answer is taught. */
  readonly section: Link;
  readonly sources: readonly Link[];
}

/** An option or a row whose text, which stands twice on the page, is written. */
export interface ShownItem extends Omit<Item, 'text'> {
  readonly text: readonly Html[];
}

/** One question: its controls, what checks them, and its key. */
export function questionHtml(shown: ShownQuestion): Html {
  const { quiz, question, n, total, locale } = shown;
  const { type } = question;
  const t = useTranslations(locale);
  // Ids of a page: a quiz and a question name exactly one place, whatever else stands there.
  const id = `${quiz}-${question.id}`;
  const named = attributes({
    id,
    'data-question': question.id,
    'data-rev': question.rev,
    'data-type': type,
    autocomplete: 'off',
    ...questionTexts(t, type),
  });
  const control = type === 'multiple' ? 'checkbox' : 'radio';
  const items = itemsOf(question).map((item) => ({ ...item, text: inlineHtml(item.text, locale) }));
  const answers = items.map((item) =>
    type === 'rows' ? rowHtml(item, locale) : optionHtml(item, control),
  );
  // The buttons are hidden until they work, and disabled so that Enter in a radio sends no form.
  return html` <form class="question" ${named}>
    <h3 class="question-place">${t('quiz:place', { n, total })}</h3>
    <fieldset aria-describedby="${id}-how">
      <legend>${inlineHtml(question.prompt, locale)}</legend>
      <p class="question-how asks" id="${id}-how">${t(`quiz:instruction.${type}`)}</p>
      <p class="question-error" id="${id}-error" hidden>${t(`quiz:error.${type}`)}</p>
      ${answers}
    </fieldset>
    <div class="question-actions">
      <button class="button question-check" hidden disabled>${t('quiz:check')}</button>
      <button type="button" class="button button-quiet question-again" hidden disabled>
        ${t('quiz:again')}
      </button>
    </div>
    <p class="question-status"></p>
    ${keyHtml(shown, items)}
  </form>`;
}

function rowHtml({ id, text }: ShownItem, locale: Locale): Html {
  const t = useTranslations(locale);
  const truth = (value: string, label: string) =>
    html` <label>
      <input type="radio" name="row-${id}" value="${value}" />
      <span>${label}</span>
    </label>`;
  return html` <fieldset class="answer answer-row" data-item="${id}">
    <legend class="asks">${text}</legend>
    ${[truth('true', t('quiz:true')), truth('false', t('quiz:false'))]}
  </fieldset>`;
}

function optionHtml({ id, text }: ShownItem, control: 'checkbox' | 'radio'): Html {
  return html` <div class="answer" data-item="${id}">
    <label>
      <input type="${control}" name="answer" value="${id}" />
      <span>${text}</span>
    </label>
  </div>`;
}
