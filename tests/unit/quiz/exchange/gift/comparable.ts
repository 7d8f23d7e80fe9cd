import type { GiftEntry, GiftText } from '../../../../../src/quiz/exchange/gift/gift-question.ts';

/** What both readers of GIFT must say of an entry: texts with spaces squeezed, weights as numbers. */
export interface Comparable {
  readonly kind: string;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly tags?: readonly string[];
  readonly stem?: string;
  readonly general?: string | undefined;
  readonly answers?: readonly unknown[];
}

const squeezed = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ?_____ ?/g, '_____')
    .trim();

const shown = (text: { format: string; text: string } | null | undefined) =>
  text === null || text === undefined || text.text === ''
    ? undefined
    : `[${text.format}]${squeezed(text.text)}`;

const blank = (text: GiftText) => (text.text === '' ? '' : shown(text));

/** An entry as our reader read it. */
export function ours(entry: GiftEntry): Comparable {
  if (entry.kind === 'category') return { kind: 'category', name: entry.path };
  const { name, id, tags, stem, generalFeedback, body } = entry.question;
  const answers = () => {
    switch (body.kind) {
      case 'choice':
      case 'short':
        return body.answers.map((answer) => [
          blank(answer.text),
          answer.weight,
          shown(answer.feedback),
        ]);
      case 'number':
        return body.answers.map(({ value, tolerance, weight, feedback }) => [
          value,
          tolerance,
          weight,
          shown(feedback),
        ]);
      case 'match':
        return body.pairs.map(({ left, right }) => [blank(left) ?? '', squeezed(right)]);
      case 'true-false':
        return [body.truth, shown(body.whenWrong), shown(body.whenRight)];
      default:
        return [];
    }
  };
  return {
    kind: body.kind,
    name,
    id,
    tags,
    stem: shown(stem) ?? '',
    general: shown(generalFeedback),
    answers: answers(),
  };
}

interface OtherText {
  format: string;
  text: string;
}

interface OtherNumber {
  type: 'simple' | 'range' | 'high-low';
  number?: number;
  range?: number;
  numberHigh?: number;
  numberLow?: number;
  text?: string;
}

interface OtherChoice {
  isCorrect: boolean;
  weight: number | null;
  text: OtherText & OtherNumber;
  feedback: OtherText | null;
}

/** What `gift-pegjs` says of an entry. */
export interface Other {
  type: string;
  title: string | null;
  id?: string | null;
  tags?: string[] | null;
  stem?: OtherText;
  globalFeedback?: OtherText | null;
  choices?: OtherChoice[] | OtherNumber;
  matchPairs?: { subquestion: OtherText; subanswer: string }[];
  isTrue?: boolean;
  trueFeedback?: OtherText | null;
  falseFeedback?: OtherText | null;
}

const KINDS: Readonly<Record<string, string>> = {
  Description: 'description',
  Essay: 'essay',
  TF: 'true-false',
  MC: 'choice',
  Short: 'short',
  Numerical: 'number',
  Matching: 'match',
};

const weightOf = ({ isCorrect, weight }: OtherChoice) => weight ?? (isCorrect ? 100 : 0);

function numberOf(number: OtherNumber): readonly [number | string, number] {
  if (number.text === '*') return ['*', 0];
  if (number.type === 'high-low') {
    const [low = NaN, high = NaN] = [number.numberLow, number.numberHigh];
    const near = (value: number) => Number(value.toPrecision(12));
    return [near((low + high) / 2), near((high - low) / 2)];
  }
  return [number.number ?? NaN, number.range ?? 0];
}

/** It leaves stand-ins of its own for escaped signs in the right sides of pairs. */
const decoded = (text: string) =>
  text.replace(/&&0?(\d{2,3});?/g, (_, code: string) => String.fromCharCode(Number(code)));

/** An entry as the second parser read it. */
export function theirs(other: Other): Comparable {
  if (other.type === 'Category') return { kind: 'category', name: other.title ?? '' };
  const kind = KINDS[other.type] ?? other.type;
  const answers = () => {
    if (kind === 'true-false') {
      return [other.isTrue, shown(other.trueFeedback), shown(other.falseFeedback)];
    }
    if (kind === 'match') {
      return (other.matchPairs ?? []).map(({ subquestion, subanswer }) => [
        shown(subquestion) ?? '',
        squeezed(decoded(subanswer)),
      ]);
    }
    const choices = other.choices ?? [];
    if (!Array.isArray(choices)) return [[...numberOf(choices), 100, undefined]];
    return choices.map((choice) =>
      kind === 'number'
        ? [...numberOf(choice.text), weightOf(choice), shown(choice.feedback)]
        : [shown(choice.text) ?? '', weightOf(choice), shown(choice.feedback)],
    );
  };
  return {
    kind,
    name: other.title === null ? undefined : squeezed(other.title),
    id: other.id ?? undefined,
    tags: other.tags ?? [],
    stem: shown(other.stem) ?? '',
    general: shown(other.globalFeedback),
    answers: answers(),
  };
}
