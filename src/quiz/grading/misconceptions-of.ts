import type { Question, QuestionOf, QuestionType } from '../schema.ts';
import { keyOf } from './key-of.ts';
import type { Answer, Said } from './key.ts';

/** Saying `said` of `item` shows that mistaken idea. */
export interface Shows {
  readonly misconception: string;
  readonly item: string;
  /** What shows it; for a typed answer, the id of the known mistake that it matches. */
  readonly said: Said;
}

type Makers = { readonly [Type in QuestionType]: (question: QuestionOf<Type>) => readonly Shows[] };

interface Named {
  readonly id: string;
  readonly misconception?: string | undefined;
}

const named = (items: readonly Named[], shows: (item: Named) => Omit<Shows, 'misconception'>) =>
  items.flatMap((item) =>
    item.misconception === undefined ? [] : [{ misconception: item.misconception, ...shows(item) }],
  );

const options = ({ options }: { readonly options: readonly Named[] }) =>
  named(options, ({ id }) => ({ item: id, said: true }));

const mistakes = ({ mistakes }: { readonly mistakes: readonly Named[] }) =>
  named(mistakes, ({ id }) => ({ item: 'answer', said: id }));

const MAKERS: Makers = {
  choice: options,
  multiple: options,
  hotspot: options,
  rows: ({ rows }) =>
    rows.flatMap(({ id, answer, misconception }) =>
      misconception === undefined ? [] : [{ misconception, item: id, said: !answer }],
    ),
  order: () => [],
  match: ({ items }) =>
    items.flatMap(({ id, misconceptions }) =>
      Object.entries(misconceptions).map(([said, misconception]) => ({
        misconception,
        item: id,
        said,
      })),
    ),
  text: mistakes,
  number: mistakes,
  trace: ({ steps }) =>
    steps.flatMap(({ id, options = [] }) =>
      named(options, (option) => ({ item: id, said: option.id })),
    ),
};

/** Which answers to the question show which mistaken ideas. */
export function misconceptionsOf(question: Question): readonly Shows[] {
  return MAKERS[question.type](question as never);
}

/** The ideas that an answer shows, each once; typed answers count once their mistake is known. */
export function shownBy(question: Question, answer: Answer): readonly string[] {
  const { right } = keyOf(question);
  const shown = misconceptionsOf(question).filter(
    ({ item, said }) => item in right && answer[item] === said,
  );
  return [...new Set(shown.map(({ misconception }) => misconception))];
}
