import type { Translate } from '../../i18n/translations.ts';
import { keyOf } from '../grading/key-of.ts';
import type { Question, QuestionType } from '../schema.ts';

/** Numbers that only the browser knows stay as `{name}` until it fills them in. */
const COUNTS = { answered: '{answered}', right: '{right}', total: '{total}' };
const TYPED = { typed: '{typed}' };

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

type Texts = Readonly<Record<string, string>>;

/**
 * What helps a reader on after a check of a question, and what only its type says, as `data-`
 * attributes of its form.
 */
export function questionTexts(t: Translate, question: Question, several: boolean): Texts {
  const total = 'items' in question ? question.items.length : askedOf(question);
  const share = { 'data-share': t('quiz:verdict.share', { right: '{right}', total }) };
  const one = { 'data-retry': t('quiz:verdict.retry') };
  const many = {
    'data-missing': t('quiz:verdict.missing'),
    'data-extra': t('quiz:verdict.extra'),
  };
  const typed = { 'data-retry': t('quiz:verdict.typed') };
  const byType: Readonly<Record<QuestionType, Texts>> = {
    choice: one,
    multiple: many,
    hotspot: several ? many : one,
    rows: { 'data-retry': t('quiz:verdict.rows') },
    match: { 'data-retry': t('quiz:verdict.match'), ...share },
    trace: { 'data-retry': t('quiz:verdict.match'), ...share },
    order: {
      'data-retry': t('quiz:verdict.order'),
      'data-in-place': t('quiz:verdict.place'),
      'data-misplaced': t('quiz:verdict.misplaced'),
      'data-moved': t('quiz:order.moved', { item: '{item}', n: '{n}', total }),
    },
    text: typed,
    number: {
      ...typed,
      'data-not-a-number': t('quiz:error.notANumber', TYPED),
      'data-unknown-unit': t('quiz:error.unknownUnit', TYPED),
      ...unitsOf(question),
    },
  };
  return {
    ...byType[question.type],
    ...(question.hints.length > 0 && { 'data-hint': t('quiz:verdict.hint') }),
    ...(question.confidence && { 'data-sure-wrong': t('quiz:sure.wrong') }),
  };
}

/** How many steps of a trace ask something. */
const askedOf = (question: Question): number =>
  question.type === 'trace' ? Object.keys(keyOf(question).right).length : 0;

/** How many of the key's unit each unit is that may be typed; its own, in both languages, is 1. */
function unitsOf(question: Question): Texts {
  if (question.type !== 'number' || !question.unit) return {};
  const { unit, units } = question;
  return { 'data-units': JSON.stringify({ ...units, [unit.fr]: 1, [unit.en]: 1 }) };
}
