import type { Localized } from '../../../i18n/locales.ts';
import { absolute } from '../../grading/key-of.ts';
import type { Question, QuestionOf, QuestionType, Step } from '../../schema.ts';

/** The types that have a form of their own in GIFT, or one near enough. */
export type PlainType = 'choice' | 'multiple' | 'rows' | 'match' | 'text' | 'number';

/** A question of a type that GIFT knows, and what stands around it. */
export interface PlainQuestion {
  readonly question: QuestionOf<PlainType>;
  /** What it was, where an import can make that of it again. */
  readonly was?: 'order' | undefined;
  /** The stack that it asks about, to be told in words. */
  readonly picture?: string | undefined;
  /** What a terminal showed so far, under the question. */
  readonly transcript?: string | undefined;
  /** What it shows next, under the explanation. */
  readonly output?: string | undefined;
}

type Makers = {
  readonly [Type in QuestionType]: (question: QuestionOf<Type>) => readonly PlainQuestion[];
};

const asItIs = (question: QuestionOf<PlainType>) => [{ question }];

const MAKERS: Makers = {
  choice: asItIs,
  multiple: asItIs,
  rows: asItIs,
  match: asItIs,
  text: asItIs,
  number: ({ unit, units: _, tolerance, ...number }) => [
    {
      question: {
        ...number,
        units: {},
        // Without the digits that binary fractions add to a share.
        tolerance: Number(absolute(tolerance, number.answer).toPrecision(12)),
        prompt: unit ? withUnit(number.prompt, unit) : number.prompt,
      },
    },
  ],
  order: ({ items, ...order }) => [
    {
      was: 'order',
      question: {
        ...order,
        type: 'match',
        targets: items.map((_, index) => rankTarget(index + 1)),
        items: items.map((item, index) => ({
          ...item,
          target: rankTarget(index + 1).id,
          misconceptions: {},
        })),
      },
    },
  ],
  hotspot: ({ diagram, ...hotspot }) => [
    {
      picture: diagram,
      question: {
        ...hotspot,
        type: hotspot.options.filter(({ correct }) => correct).length === 1 ? 'choice' : 'multiple',
      },
    },
  ],
  trace: (trace) =>
    trace.steps.flatMap((step, index) => {
      const plain = stepQuestion(trace, step);
      if (plain === undefined) return [];
      return [
        { question: plain, transcript: transcriptOf(trace.steps, index), output: step.output },
      ];
    }),
};

/** The question as one or more of plainer types: what GIFT has no form for becomes what it has. */
export function plainQuestions(question: Question): readonly PlainQuestion[] {
  return MAKERS[question.type](question as never);
}

function rankTarget(rank: number) {
  const text = String(rank);
  return { id: text, text: { fr: text, en: text } };
}

/** Says in the question itself in which unit its number is wanted. */
function withUnit(prompt: Localized, unit: Localized): Localized {
  return {
    fr: `${prompt.fr}\n(Réponse en ${unit.fr}.)`,
    en: `${prompt.en}\n(Answer in ${unit.en}.)`,
  };
}

function stepQuestion(
  { type: _, steps, captured, ...trace }: QuestionOf<'trace'>,
  { id, why, options, accept, ask }: Step,
): QuestionOf<'choice' | 'text'> | undefined {
  const common = {
    ...trace,
    id: steps.filter(asks).length === 1 ? trace.id : `${trace.id}-${id}`,
    prompt: ask ? lines(trace.prompt, ask) : trace.prompt,
    explain: lines(why, trace.explain, captured),
  };
  if (options) return { ...common, type: 'choice', options };
  const [first, ...others] = accept ?? [];
  if (first === undefined) return undefined;
  return {
    ...common,
    type: 'text',
    answer: { fr: first, en: first },
    accept: others,
    exact: true,
    mistakes: [],
    why: why ?? captured,
  };
}

const asks = ({ options, accept }: Step) => options !== undefined || accept !== undefined;

function lines(...texts: readonly (Localized | undefined)[]): Localized {
  const said = texts.filter((text) => text !== undefined);
  return {
    fr: said.map(({ fr }) => fr).join('\n'),
    en: said.map(({ en }) => en).join('\n'),
  };
}

/** What the terminal shows once the command at `asked` is typed, before it answers. */
function transcriptOf(steps: readonly Step[], asked: number): string {
  return steps
    .slice(0, asked + 1)
    .flatMap(({ run, output }, index) => [`$ ${run}`, ...(index < asked ? [output.trimEnd()] : [])])
    .filter((line) => line !== '')
    .join('\n');
}
