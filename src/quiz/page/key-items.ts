import type { Locale, Localized } from '../../i18n/locales.ts';
import { useTranslations, type Translate } from '../../i18n/translations.ts';
import { html, type Html } from '../../lib/html.ts';
import { writeNumber } from '../grading/read-number.ts';
import { keyOf } from '../grading/key-of.ts';
import type { Right } from '../grading/key.ts';
import type { Question, QuestionOf, QuestionType } from '../schema.ts';
import { inlineHtml } from './inline-html.ts';

/** What the key says of one item: an option, a row, a step, or the one answer that is typed. */
export interface KeyItem {
  readonly id: string;
  /** What is right to say of it; of an order, the rank. */
  readonly right: Right;
  /** Its own words; nothing for an answer that is typed. */
  readonly text: readonly Html[];
  /** What is true of it, in a few words. */
  readonly mark: readonly Html[];
  readonly why: readonly Html[];
  /** From what may be said of it to the mistaken idea that this shows. */
  readonly ideas: Readonly<Record<string, string>>;
  /** What is said of wrong answers to it, by the answer. */
  readonly answers: readonly KeyAnswer[];
  /** What a command really printed. */
  readonly output?: string | undefined;
}

/** A known answer to an item: an option of a step, or a mistake that is often typed. */
export interface KeyAnswer {
  /** The id of the option, or which typed answers it is about. */
  readonly said: Right;
  readonly text: readonly Html[];
  readonly right: boolean;
  readonly why: readonly Html[];
  readonly idea?: string | undefined;
}

interface Words {
  readonly t: Translate;
  readonly locale: Locale;
  readonly inline: (text: Localized) => readonly Html[];
}

type Makers = {
  readonly [Type in QuestionType]: (question: QuestionOf<Type>, words: Words) => readonly KeyItem[];
};

const NOTHING = { ideas: {}, answers: [] } as const;

/** A short text as the markup of a mark. */
const plain = (text: string): readonly Html[] => [html`${text}`];

interface Ticked {
  readonly id: string;
  readonly text: Localized;
  readonly why: Localized;
  readonly correct: boolean;
  readonly misconception?: string | undefined;
}

const options = (
  { options }: { readonly options: readonly Ticked[] },
  { t, inline }: Words,
): readonly KeyItem[] =>
  options.map(({ id, text, why, correct, misconception }) => ({
    id,
    right: correct,
    text: inline(text),
    mark: plain(t(correct ? 'quiz:mark.right' : 'quiz:mark.wrong')),
    why: inline(why),
    ideas: misconception === undefined ? {} : { true: misconception },
    answers: [],
  }));

const MAKERS: Makers = {
  choice: options,
  multiple: options,
  hotspot: options,
  rows: ({ rows }, { t, inline }) =>
    rows.map(({ id, text, why, answer, misconception }) => ({
      id,
      right: answer,
      text: inline(text),
      mark: plain(t(answer ? 'quiz:mark.true' : 'quiz:mark.false')),
      why: inline(why),
      ideas: misconception === undefined ? {} : { [String(!answer)]: misconception },
      answers: [],
    })),
  order: ({ items }, { t, inline }) =>
    items.map(({ id, text, why }, index) => ({
      ...NOTHING,
      id,
      right: { value: index + 1, tolerance: 0 },
      text: inline(text),
      mark: plain(t('quiz:mark.place', { n: index + 1 })),
      why: inline(why),
    })),
  match: ({ items, targets }, { locale, inline }) =>
    items.map(({ id, text, why, target, misconceptions }) => {
      const right = targets.find((each) => each.id === target);
      return {
        ...NOTHING,
        id,
        right: target,
        text: inline(text),
        mark: right ? [...inline(right.text), fullStop(right.text[locale])] : [],
        why: inline(why),
        ideas: misconceptions,
      };
    }),
  text: (question, { locale, inline }) => [
    {
      ...NOTHING,
      ...typed(question),
      mark: [...inline(question.answer), fullStop(question.answer[locale])],
      why: inline(question.why),
      answers: question.mistakes.map(({ accept, why, misconception }) => ({
        said: { accept, exact: question.exact },
        text: accept.slice(0, 1).map((said) => html`${said}`),
        right: false,
        why: inline(why),
        idea: misconception,
      })),
    },
  ],
  number: (question, { locale, inline }) => [
    {
      ...NOTHING,
      ...typed(question),
      mark: [
        html`${writeNumber(question.answer, locale)}`,
        ...(question.unit ? [html`${'\u00A0'}`, ...inline(question.unit)] : []),
        html`.`,
      ],
      why: inline(question.why),
      answers: question.mistakes.map(({ value, why, misconception }) => ({
        said: { value, tolerance: 0 },
        text: plain(writeNumber(value, locale)),
        right: false,
        why: inline(why),
        idea: misconception,
      })),
    },
  ],
  trace: (question, { inline }) => {
    const { right } = keyOf(question);
    return question.steps
      .filter(({ id }) => id in right)
      .map(({ id, run, output, why, options = [], accept = [] }) => ({
        id,
        right: (right as Readonly<Record<string, Right>>)[id] ?? '',
        text: [html`<code>$ ${run}</code>`],
        mark: [
          ...(options.length > 0
            ? options.filter(({ correct }) => correct).flatMap(({ text }) => inline(text))
            : accept.slice(0, 1).map((said) => html`<code>${said}</code>`)),
          html`.`,
        ],
        why: why ? inline(why) : [],
        ideas: Object.fromEntries(
          options.flatMap(({ id: option, misconception }) =>
            misconception === undefined ? [] : [[option, misconception]],
          ),
        ),
        answers: options.map(({ id: option, text, why: reason, correct }) => ({
          said: option,
          text: inline(text),
          right: correct,
          why: inline(reason),
        })),
        output,
      }));
  },
};

const typed = (question: QuestionOf<'text'> | QuestionOf<'number'>) => {
  const { right } = keyOf(question);
  return {
    id: 'answer',
    right: (right as Readonly<Record<string, Right>>)['answer'] ?? '',
    text: [],
  };
};

/** What the key of a question says, item by item, in one language. */
export function keyItemsOf(question: Question, locale: Locale): readonly KeyItem[] {
  const words: Words = {
    t: useTranslations(locale),
    locale,
    inline: (text) => inlineHtml(text, locale),
  };
  return MAKERS[question.type](question as never, words);
}

/** Ends a sentence that its text does not end. */
const fullStop = (text: string): Html => html`${/[.!?…]$/.test(text) ? '' : '.'}`;
