import { normalizeText } from '../../grading/normalize-text.ts';
import type { Reads, SomeLocalized } from '../text/passage.ts';
import { idMaker } from '../yaml/name-ids.ts';
import type { BodySketch } from '../yaml/sketch.ts';
import { carriedPlain, carriedText, type TellDropped } from './carried-text.ts';
import type { GiftAnswer, GiftBody, GiftText } from './gift-question.ts';
import { SAME_ANSWER } from './to-gift.ts';
import { hasWildcard, patternOf, typedAnswer } from './wildcards.ts';

/** What the sketch of one question is drawn with. */
export interface Drawing {
  readonly reads: Reads;
  readonly tags: readonly string[];
  readonly tellDropped: TellDropped;
  /** Says what could not be carried. */
  readonly say: (message: string) => void;
}

type Makers = {
  readonly [Kind in GiftBody['kind']]: (
    body: Extract<GiftBody, { readonly kind: Kind }>,
    drawing: Drawing,
  ) => BodySketch | undefined;
};

const TRUTHS = {
  true: { fr: 'Vrai', en: 'True' },
  false: { fr: 'Faux', en: 'False' },
} as const;

const MAKERS: Makers = {
  description: (_, { say }) => {
    say('A text that asks nothing is left out.');
    return undefined;
  },
  essay: (_, { say }) => {
    say('An essay is left out: nothing here could grade it.');
    return undefined;
  },
  // One statement is no table of rows; a choice between the two words says the same.
  'true-false': ({ truth, whenWrong, whenRight }, drawing) => ({
    type: 'choice',
    options: [true, false].map((value) => ({
      id: String(value),
      correct: value === truth,
      text: TRUTHS[value ? 'true' : 'false'],
      why: textOf(value === truth ? whenRight : whenWrong, drawing),
    })),
  }),
  choice: drawChoice,
  short: drawText,
  number: drawNumber,
  match: drawMatch,
};

/** The part of a question that its kind tells; `undefined` for what has no type here. */
export function sketchBody(body: GiftBody, drawing: Drawing): BodySketch | undefined {
  return MAKERS[body.kind](body as never, drawing);
}

export function textOf(text: GiftText | undefined, drawing: Drawing): SomeLocalized | undefined {
  return carriedText(text, drawing.reads, drawing.tellDropped);
}

/** The words that an id is made from. */
export const wordsOf = (text: SomeLocalized | undefined) => text?.en ?? text?.fr ?? '';

function drawChoice(
  { single, answers }: Extract<GiftBody, { readonly kind: 'choice' }>,
  drawing: Drawing,
): BodySketch {
  const right = answers.filter(({ weight }) => (single ? weight >= 100 : weight > 0));
  if (single && right.length > 1) {
    drawing.say('Several answers are right, each alone: here, the reader is to tick them all.');
  }
  const shares = new Set(right.map(({ weight }) => Math.round(weight)));
  const some = answers.filter(({ weight }) => weight > 0 && weight < 100);
  if (single ? some.length > 0 : shares.size > 1) {
    drawing.say(
      single
        ? 'Points for a half-right answer are not kept: it is wrong, with its explanation.'
        : 'Right answers are worth the same here: their weights are not kept.',
    );
  }
  const idFor = idMaker();
  return {
    type: single && right.length === 1 ? 'choice' : 'multiple',
    options: answers.map((answer, index) => {
      const text = textOf(answer.text, drawing);
      return {
        id: idFor(wordsOf(text), `option-${index + 1}`),
        correct: right.includes(answer),
        text,
        why: textOf(answer.feedback, drawing),
      };
    }),
  };
}

function drawMatch(
  { pairs }: Extract<GiftBody, { readonly kind: 'match' }>,
  drawing: Drawing,
): BodySketch {
  const targetId = idMaker();
  const itemId = idMaker();
  const targets = [...new Set(pairs.map(({ right }) => right))].map((right, index) => {
    const text = carriedPlain(right, drawing.reads);
    return { right, id: targetId(wordsOf(text), `target-${index + 1}`), text };
  });
  const items = pairs
    .filter(({ left }) => left.text !== '')
    .map(({ left, right }, index) => {
      const text = textOf(left, drawing);
      return {
        id: itemId(wordsOf(text), `item-${index + 1}`),
        text,
        target: targets.find((target) => target.right === right)?.id,
      };
    });
  if (drawing.tags.includes('type:order')) {
    const rankOf = ({ target }: (typeof items)[number]) => Number(target);
    return {
      type: 'order',
      items: items.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ id, text }) => ({ id, text })),
    };
  }
  return { type: 'match', targets: targets.map(({ id, text }) => ({ id, text })), items };
}

function drawNumber(
  { answers }: Extract<GiftBody, { readonly kind: 'number' }>,
  drawing: Drawing,
): BodySketch | undefined {
  const numbers = answers.flatMap(({ value, ...rest }) =>
    value === '*' ? [] : [{ value, ...rest }],
  );
  const [right, ...others] = numbers.toSorted((a, b) => b.weight - a.weight);
  if (right === undefined || right.weight <= 0) {
    drawing.say('A numerical question without a right number is left out.');
    return undefined;
  }
  if (answers.length > numbers.length) {
    drawing.say('What is said of any other number is not kept: say it of the mistakes you expect.');
  }
  const mistakes = others.filter(({ weight, feedback }) => weight <= 0 && feedback !== undefined);
  if (mistakes.length < others.length) {
    drawing.say('Further right or half-right numbers are not kept: one number is right here.');
  }
  return {
    type: 'number',
    answer: right.value,
    tolerance: right.tolerance,
    why: textOf(right.feedback, drawing),
    mistakes: mistakes.map(({ value, feedback }) => ({
      id: `value-${String(value)
        .replace('-', 'minus-')
        .replace(/[^a-z0-9-]/g, '-')}`,
      value,
      why: textOf(feedback, drawing),
    })),
  };
}

function drawText(
  { answers }: Extract<GiftBody, { readonly kind: 'short' }>,
  drawing: Drawing,
): BodySketch | undefined {
  const said = answers.filter(({ text }) => typedAnswer(text.text) !== '');
  if (said.length < answers.length) {
    drawing.say('What is said of any other answer is not kept: say it of the mistakes you expect.');
  }
  const right = said.filter(({ weight }) => weight >= 100);
  const wrong = said.filter(({ weight }) => weight < 100);
  if (right.length === 0) {
    drawing.say('A short answer without a right one is left out.');
    return undefined;
  }
  if (wrong.some(({ weight }) => weight > 0)) {
    drawing.say('Points for a half-right answer are not kept: it is a known mistake, explained.');
  }
  const shown = right.map(({ text }) => typedAnswer(text.text));
  const { answer, accept } = answersOf(shown, drawing);
  const patterns = right.filter(({ text }) => hasWildcard(text.text));
  return {
    type: 'text',
    answer,
    accept,
    pattern: patterns.map(({ text }) => patternOf(text.text)).join('|') || undefined,
    why: textOf(right[0]?.feedback, drawing),
    mistakes: mistakesOf(wrong, drawing),
  };
}

/** Which of the right answers is shown in which language; the others are accepted too. */
function answersOf(shown: readonly string[], { reads, tags }: Drawing) {
  const [first = '', second = first] = shown;
  const answer: SomeLocalized =
    reads !== 'both'
      ? { [reads]: first }
      : { fr: first, en: tags.includes(SAME_ANSWER) ? first : second };
  const known = new Set([answer.fr, answer.en].map((text) => normalizeText(text ?? first)));
  const accept = shown.filter((text) => {
    const isNew = !known.has(normalizeText(text));
    known.add(normalizeText(text));
    return isNew;
  });
  return { answer, accept };
}

/** Wrong answers with the same explanation are one mistake. */
function mistakesOf(wrong: readonly GiftAnswer[], drawing: Drawing) {
  const idFor = idMaker();
  const byReason = Map.groupBy(wrong, ({ feedback }) => feedback?.text ?? '');
  return [...byReason.values()].map((answers, index) => {
    const accept = answers.map(({ text }) => typedAnswer(text.text));
    return {
      id: idFor(accept[0] ?? '', `mistake-${index + 1}`),
      accept,
      why: textOf(answers[0]?.feedback, drawing),
    };
  });
}
