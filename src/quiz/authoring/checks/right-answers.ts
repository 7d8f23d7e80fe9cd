import { KEYS } from '../../schema.ts';
import type { ItemDraft, QuestionDraft } from '../draft.ts';
import type { Check, Fault } from '../fault.ts';

type Count = (right: number, all: number) => string | undefined;

const oneOf =
  (several: string): Count =>
  (right) =>
    right === 1
      ? undefined
      : right === 0
        ? 'No option is right. Write `correct: true` on the one that is.'
        : `${right} options are right and the reader may choose one. Keep one${several}.`;

const someOf: Count = (right, all) =>
  right === 0
    ? 'No option is right. Write `correct: true` on those that are.'
    : right === all
      ? 'Every option is right: ticking all needs no thought. Add a wrong one that tempts.'
      : undefined;

/** How many right options each type wants; `undefined` when its count is good. */
const RIGHT_COUNT: Readonly<Record<string, Count>> = {
  choice: oneOf(', or write `type: multiple`'),
  multiple: someOf,
  hotspot: someOf,
  rows: (right, all) =>
    right === 0 || right === all
      ? 'Every row has the same answer: a reader who sees the pattern needs no thought. Mix true and false.'
      : undefined,
};

/** Each question has something right to say and something wrong, as its type wants it. */
export const haveRightAnswers: Check = ({ questions }) =>
  questions.flatMap((question, index) =>
    [...countFaults(question), ...stepFaults(question), ...matchFaults(question)].map(
      ({ path, message }) => ({ path: ['questions', index, ...path], message }),
    ),
  );

function countFaults(question: QuestionDraft): readonly Fault[] {
  const list = question.type === 'rows' ? 'rows' : 'options';
  const message = rightCount(RIGHT_COUNT[question.type ?? ''], truthsOf(question));
  return message === undefined ? [] : [{ path: [list], message }];
}

/** Too few items, or one whose truth is not known, are faults of shape: said once, there. */
function rightCount(
  count: Count | undefined,
  truths: readonly (boolean | undefined)[],
): string | undefined {
  if (truths.length < 2 || truths.includes(undefined)) return undefined;
  return count?.(truths.filter(Boolean).length, truths.length);
}

/** The truth of each item; unknown where a misspelt key may have been meant to say it. */
const truthsOf = ({ type, options, rows }: QuestionDraft) =>
  type === 'rows'
    ? truths(rows, KEYS.row, ({ answer }) => answer)
    : truths(options, KEYS.option, ({ correct }) => correct ?? false);

const truths = (
  items: readonly ItemDraft[],
  known: readonly string[],
  truth: (item: ItemDraft) => boolean | undefined,
): readonly (boolean | undefined)[] =>
  items.map((item) =>
    Object.keys(item).some((key) => !known.includes(key) && isWritten(item[key]))
      ? undefined
      : truth(item),
  );

/** The draft fills in what is not written: empty lists and maps. */
const isWritten = (value: unknown): boolean =>
  value !== undefined && !(typeof value === 'object' && value !== null && isEmpty(value));

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** A step asks one way or not at all, and a trace asks something. */
function stepFaults({ type, steps }: QuestionDraft): readonly Fault[] {
  if (type !== 'trace' || steps.length === 0) return [];
  const faults = steps.flatMap(({ options, accept }, at): readonly Fault[] => {
    const path = ['steps', at];
    if (options.length > 0 && accept.length > 0) {
      const message =
        'The step asks in two ways. Keep `options:` to choose from, or `accept:` to type.';
      return [{ path: [...path, 'accept'], message }];
    }
    const message = rightCount(
      oneOf(''),
      truths(options, KEYS.option, ({ correct }) => correct ?? false),
    );
    return message === undefined ? [] : [{ path: [...path, 'options'], message }];
  });
  const asks = steps.some(({ options, accept }) => options.length > 0 || accept.length > 0);
  return asks
    ? faults
    : [
        {
          path: ['steps'],
          message: 'No step asks anything. Give one `options:` to choose from, or `accept:`.',
        },
      ];
}

/** One target for all needs no thought. */
function matchFaults({ type, items }: QuestionDraft): readonly Fault[] {
  const targets = items.flatMap(({ target }) => (target === undefined ? [] : [target]));
  return type === 'match' && targets.length > 1 && new Set(targets).size === 1
    ? [
        {
          path: ['items'],
          message: `Every item belongs to \`${targets[0] ?? ''}\`: a reader who sees the pattern needs no thought. Mix the targets.`,
        },
      ]
    : [];
}
