import { misconceptionsOf } from '../../grading/misconceptions-of.ts';
import type { Question, QuestionOf, Quiz } from '../../schema.ts';
import type { Languages, Loss, LossKind } from '../exported.ts';
import { MOST_EQUAL_SHARES } from './weights.ts';

type Applies = (question: Question) => boolean;

/** When a question loses what; a loss to come is one more entry. */
const QUESTION_LOSSES = {
  'steps-apart': ({ type }) => type === 'trace',
  'rows-apart': ({ type }) => type === 'rows',
  'order-as-match': ({ type }) => type === 'order',
  'picture-as-list': ({ type }) => type === 'hotspot',
  'explanations-gathered': ({ type }) => type === 'order' || type === 'match',
  hints: ({ hints }) => hints.length > 0,
  confidence: ({ confidence }) => confidence,
  misconceptions: (question) => misconceptionsOf(question).length > 0 || hasNamedMistakes(question),
  shuffle: (question) =>
    optionsOf(question).some(({ last }) => last) ||
    (question.type === 'match' && !isInOrderOfItems(question)),
  // Ranks are right or wrong each; here, items that stand rightly to each other count.
  'partial-credit': (question) =>
    question.type === 'order' ||
    optionsOf(question).filter(({ correct }) => correct).length > MOST_EQUAL_SHARES,
  pattern: (question) => question.type === 'text' && question.pattern !== undefined,
  typing: (question) =>
    question.type === 'text' ||
    (question.type === 'trace' && question.steps.some(({ accept }) => accept)),
  units: (question) => question.type === 'number' && question.unit !== undefined,
  'plain-text': (question) =>
    question.type === 'match' &&
    question.targets.some(({ text }) => text.fr.includes('`') || text.en.includes('`')),
} as const satisfies Partial<Record<LossKind, Applies>>;

/** What GIFT cannot carry of a quiz, question by question. */
export function giftLosses(quiz: Quiz, languages: Languages): readonly Loss[] {
  const ofQuiz: readonly LossKind[] = [
    ...(languages === 'both' ? [] : (['language'] as const)),
    'names',
    ...(Object.keys(quiz.pools).length > 0 ? (['pools'] as const) : []),
    ...(quiz.shuffle ? [] : (['shuffle'] as const)),
  ];
  return [
    ...ofQuiz.map((what) => ({ question: '', what })),
    ...quiz.questions.flatMap((question) =>
      Object.entries(QUESTION_LOSSES)
        .filter(([, applies]: readonly [string, Applies]) => applies(question))
        .map(([what]) => ({ question: question.id, what: what as LossKind })),
    ),
  ];
}

function optionsOf(question: Question): readonly { correct: boolean; last: boolean }[] {
  if (question.type === 'trace') return question.steps.flatMap(({ options = [] }) => options);
  return 'options' in question ? question.options : [];
}

const hasNamedMistakes = (question: Question) =>
  'mistakes' in question && question.mistakes.some(({ misconception }) => misconception);

/** A matching is written pair by pair: its targets come in the order in which items name them. */
function isInOrderOfItems({ targets, items }: QuestionOf<'match'>): boolean {
  const named = [...new Set(items.map(({ target }) => target))];
  return named.every((target, index) => targets[index]?.id === target);
}
