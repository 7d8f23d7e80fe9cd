import type { Translate } from '../i18n/translations.ts';

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
    'data-retry': t('quiz:verdict.retry'),
    'data-missing': t('quiz:verdict.missing'),
    'data-extra': t('quiz:verdict.extra'),
    'data-lines': t('quiz:verdict.rows'),
    'data-revealed': t('quiz:verdict.revealed'),
    'data-no-choice': t('quiz:error.choice'),
    'data-no-multiple': t('quiz:error.multiple'),
    'data-no-rows': t('quiz:error.rows'),
    'data-underway': t('quiz:summary.underway', COUNTS),
    'data-done': t('quiz:summary.done', COUNTS),
    'data-erase': t('quiz:erase'),
    'data-undo': t('quiz:undo'),
    'data-erased': t('quiz:erased'),
    'data-restored': t('quiz:restored'),
    'data-trouble': t('quiz:trouble'),
  } as const;
}
