import type { Translate } from '../../i18n/translations.ts';
import type { QuestionType } from '../schema.ts';

/** Numbers that only the browser knows stay as `{name}` until it fills them in. */
const COUNTS = { answered: '{answered}', right: '{right}', total: '{total}' };

/**
 * The sentences that `<quiz-form>` says, as its `data-` attributes: the browser gets finished text
 * and no translator. A new sentence is one more line here.
 */
export function quizTexts(t: Translate) {
  return {
    'data-right': t('quiz:verdict.right'),
    'data-wrong': t('quiz:verdict.wrong'),
    'data-partial': t('quiz:verdict.partial'),
    'data-revealed': t('quiz:verdict.revealed'),
    'data-underway': t('quiz:summary.underway', COUNTS),
    'data-done': t('quiz:summary.done', COUNTS),
    'data-erase': t('quiz:erase'),
    'data-undo': t('quiz:undo'),
    'data-erased': t('quiz:erased'),
    'data-restored': t('quiz:restored'),
    'data-trouble': t('quiz:trouble'),
  } as const;
}

/** What helps a reader on after a check of a question of each type, as `data-` attributes of its form. */
export function questionTexts(t: Translate, type: QuestionType) {
  const hints = {
    choice: { 'data-retry': t('quiz:verdict.retry') },
    multiple: { 'data-missing': t('quiz:verdict.missing'), 'data-extra': t('quiz:verdict.extra') },
    rows: { 'data-retry': t('quiz:verdict.rows') },
  } as const satisfies Record<QuestionType, Readonly<Record<string, string>>>;
  return hints[type];
}
