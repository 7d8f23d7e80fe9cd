import type { Question, QuestionOf, QuestionType } from '../schema.ts';
import type { Key, Right } from './key.ts';

type KeyMakers = { readonly [Type in QuestionType]: (question: QuestionOf<Type>) => Key };

const ticks = ({
  options,
}: {
  readonly options: readonly { readonly id: string; readonly correct: boolean }[];
}): Key => ({
  kind: 'ticks',
  right: Object.fromEntries(options.map(({ id, correct }) => [id, correct])),
});

const says = (right: Readonly<Record<string, Right>>): Key => ({ kind: 'says', right });

const KEYS: KeyMakers = {
  choice: ticks,
  multiple: ticks,
  hotspot: ticks,
  rows: ({ rows }) => says(Object.fromEntries(rows.map(({ id, answer }) => [id, answer]))),
  order: ({ items }) => ({ kind: 'order', right: items.map(({ id }) => id) }),
  match: ({ items }) => says(Object.fromEntries(items.map(({ id, target }) => [id, target]))),
  // A reader of one language may know the term of the other.
  text: ({ answer, accept, pattern, exact }) =>
    says({ answer: { accept: [answer.fr, answer.en, ...accept], pattern, exact } }),
  number: ({ answer, tolerance }) =>
    says({ answer: { value: answer, tolerance: absolute(tolerance, answer) } }),
  trace: ({ steps }) =>
    says(
      Object.fromEntries(
        steps.flatMap(({ id, options, accept }): readonly (readonly [string, Right])[] => {
          const right = options?.find(({ correct }) => correct)?.id;
          if (right !== undefined) return [[id, right]];
          return accept ? [[id, { accept, exact: true }]] : [];
        }),
      ),
    ),
};

/** The right answer of a question. */
export function keyOf(question: Question): Key {
  return KEYS[question.type](question as never);
}

/** How far from `answer` a number may be: `0.5` as it stands, `5%` of the answer. */
export function absolute(tolerance: number | string, answer: number): number {
  return typeof tolerance === 'number'
    ? tolerance
    : (Number.parseFloat(tolerance) / 100) * Math.abs(answer);
}
