import type { Locale, Localized } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { attributes, html, type Html } from '../../lib/html.ts';
import { keyOf } from '../grading/key-of.ts';
import type { Question } from '../schema.ts';
import { inlineHtml } from './inline-html.ts';
import { keyHtml } from './key-html.ts';
import { keyItemsOf } from './key-items.ts';
import type { Link, Picture } from './links.ts';
import { questionTexts } from './quiz-texts.ts';
import { labelHtml } from './types/answer-parts.ts';
import { controlsHtml, hasSeveral } from './types/controls-html.ts';

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
  readonly picture?: Picture | undefined;
}

/** One question: its controls, what checks them, and its key. */
export function questionHtml(shown: ShownQuestion): Html {
  const { quiz, question, n, total, locale, picture } = shown;
  const { type } = question;
  const t = useTranslations(locale);
  // Ids of a page: a quiz and a question name exactly one place, whatever else stands there.
  const id = `${quiz}-${question.id}`;
  const { kind } = keyOf(question);
  const several = type === 'multiple' || (type === 'hotspot' && hasSeveral(question));
  const named = attributes({
    id,
    'data-quiz': quiz,
    'data-question': question.id,
    'data-rev': question.rev,
    'data-type': type,
    'data-kind': kind,
    autocomplete: 'off',
    ...(question.pool !== undefined && { 'data-pool': question.pool }),
    ...questionTexts(t, question, several),
  });
  const how = type === 'hotspot' && several ? 'hotspots' : type;
  // The buttons are hidden until they work, and disabled so that Enter in a radio sends no form.
  return html` <form class="question" ${named}>
    <h3 class="question-place">${t('quiz:place', { n, total })}</h3>
    <fieldset aria-describedby="${id}-how">
      <legend>${inlineHtml(question.prompt, locale)}</legend>
      <p class="question-how asks" id="${id}-how">${t(`quiz:instruction.${how}`)}</p>
      <p class="question-error" id="${id}-error" hidden>${t(`quiz:error.${type}`)}</p>
      ${controlsHtml(question, { id, locale, picture })}
    </fieldset>
    ${question.confidence ? surenessHtml(locale) : ''}
    ${question.hints.length > 0 ? hintsHtml(question.hints, locale) : ''}
    <div class="question-actions">
      <button class="button question-check" hidden disabled>${t('quiz:check')}</button>
      <button type="button" class="button button-quiet question-again" hidden disabled>
        ${t('quiz:again')}
      </button>
    </div>
    <p class="question-status"></p>
    ${keyHtml(shown, keyItemsOf(question, locale))}
  </form>`;
}

const SURENESS = ['guess', 'unsure', 'sure'] as const;

/** How sure the reader is: asked without obligation, and never part of the grade. */
function surenessHtml(locale: Locale): Html {
  const t = useTranslations(locale);
  return html` <div class="question-sure" role="radiogroup" aria-label="${t('quiz:sure.ask')}">
    <p aria-hidden="true">${t('quiz:sure.ask')}</p>
    ${SURENESS.map((value) =>
      labelHtml({ value, text: [html`${t(`quiz:sure.${value}`)}`] }, 'radio', 'sure'),
    )}
  </div>`;
}

/** Each hint stands inside the one before: whoever wants the second has read the first. */
function hintsHtml(hints: readonly Localized[], locale: Locale): Html {
  const t = useTranslations(locale);
  const total = hints.length;
  return hints.reduceRight<Html>(
    (next, hint, index) =>
      html` <details class="question-hint">
        <summary>${t('quiz:hint', { n: index + 1, total })}</summary>
        <p>${inlineHtml(hint, locale)}</p>
        ${next}
      </details>`,
    html``,
  );
}
