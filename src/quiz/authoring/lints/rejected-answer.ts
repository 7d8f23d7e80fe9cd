import { LOCALES } from '../../../i18n/locales.ts';
import { accepts } from '../../grading/accepts.ts';
import { absolute } from '../../grading/key-of.ts';
import type { QuestionDraft } from '../draft.ts';
import type { Check, Fault } from '../fault.ts';
import { dangerousPattern } from './dangerous-pattern.ts';

/** A key that contradicts itself: an answer it rejects, or a mistake that it takes for right. */
export const rejectedAnswer: Check = (draft, known) => {
  // A pattern that is none, or that would not end, is told by its own lint.
  const unsafe = new Set(dangerousPattern(draft, known).map(({ path }) => path[1]));
  return draft.questions.flatMap((question, index) =>
    [
      ...textFaults(question, unsafe.has(index)),
      ...numberFaults(question),
      ...stepFaults(question),
    ].map(({ path, message }) => ({ path: ['questions', index, ...path], message })),
  );
};

function textFaults(question: QuestionDraft, unsafe: boolean): readonly Fault[] {
  const { type, answer, accept, pattern, exact = false, mistakes } = question;
  if (type !== 'text' || typeof answer !== 'object' || unsafe) return [];
  const answers = LOCALES.flatMap((locale) => answer[locale] ?? []);
  const rejected =
    pattern === undefined
      ? []
      : LOCALES.filter((locale) => {
          const said = answer[locale];
          return said !== undefined && !accepts({ accept, pattern, exact }, said);
        }).map((locale) => ({
          path: ['answer', locale],
          message: `The pattern \`${pattern}\` rejects the answer \`${answer[locale] ?? ''}\`. Widen the one or mend the other.`,
        }));
  const key = { accept: [...answers, ...accept], pattern, exact };
  return [
    ...rejected,
    ...mistakes.flatMap(({ accept: wrong }, at) =>
      wrong.flatMap((said, nth) =>
        accepts(key, said)
          ? [
              {
                path: ['mistakes', at, 'accept', nth],
                message: `\`${said}\` is a mistake here, and the key takes it for right. Take it out of one of the two.`,
              },
            ]
          : [],
      ),
    ),
  ];
}

function numberFaults({ type, answer, tolerance = 0, mistakes }: QuestionDraft): readonly Fault[] {
  if (type !== 'number' || typeof answer !== 'number') return [];
  const key = { value: answer, tolerance: absolute(tolerance, answer) };
  return mistakes.flatMap(({ value }, at) =>
    value !== undefined && accepts(key, value)
      ? [
          {
            path: ['mistakes', at, 'value'],
            message: `${value} is a mistake here, and the tolerance takes it for right. Narrow the tolerance, or take it out.`,
          },
        ]
      : [],
  );
}

/** What is to be typed stands in what was captured: else the reader is asked for what never was. */
const stepFaults = ({ type, steps }: QuestionDraft): readonly Fault[] =>
  type === 'trace'
    ? steps.flatMap((step, at) => {
        const { accept } = step;
        const output = typeof step['output'] === 'string' ? step['output'] : '';
        return accept.length === 0 || accept.some((said) => output.includes(said))
          ? []
          : [
              {
                path: ['steps', at, 'accept'],
                message: `Nothing of \`accept\` stands in the output of the step. Copy what it really printed.`,
              },
            ];
      })
    : [];
