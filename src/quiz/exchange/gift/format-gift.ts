import { escapeGift } from './escapes.ts';
import type { GiftAnswer, GiftBody, GiftFormat, GiftQuestion, GiftText } from './gift-question.ts';
import { plainNumber } from './weights.ts';

type Formatters = {
  readonly [Kind in GiftBody['kind']]: (
    body: Extract<GiftBody, { readonly kind: Kind }>,
    format: GiftFormat,
  ) => readonly string[];
};

/** The lines between the braces, without general feedback. */
const FORMATTERS: Formatters = {
  description: () => [],
  essay: () => [],
  'true-false': ({ truth, whenWrong, whenRight }, format) => [
    (truth ? 'TRUE' : 'FALSE') +
      ((whenWrong ?? whenRight) ? `#${textOf(whenWrong, format)}` : '') +
      (whenRight ? `#${textOf(whenRight, format)}` : ''),
  ],
  choice: ({ single, answers }, format) =>
    answers.map((answer) => {
      const sign = single && answer.weight === 100 ? '=' : `~${weight(answer.weight)}`;
      return `${sign}${textOf(answer.text, format)}${feedback(answer, format)}`;
    }),
  short: ({ answers }, format) =>
    answers.map(
      (answer) =>
        `=%${plainNumber(answer.weight)}%${typedText(answer.text.text)}${feedback(answer, format)}`,
    ),
  number: ({ answers }, format) =>
    answers.map(({ value, tolerance, ...answer }) =>
      value === '*'
        ? `~${feedback(answer, format)}`
        : `=%${plainNumber(answer.weight)}%${plainNumber(value)}:${plainNumber(tolerance)}${feedback(answer, format)}`,
    ),
  match: ({ pairs }, format) =>
    pairs.map(({ left, right }) => `=${textOf(left, format)} -> ${escapeGift(right)}`),
};

/** One question, as Moodle's own export lays it out. */
export function formatGift(question: GiftQuestion): string {
  const { id, tags, name, stem, body, generalFeedback } = question;
  const labels = [
    ...(id === undefined ? [] : [`[id:${id}]`]),
    ...tags.map((tag) => `[tag:${tag}]`),
  ];
  const general = textOf(generalFeedback, stem.format);
  const inside = [
    ...FORMATTERS[body.kind](body as never, stem.format),
    ...(general === '' ? [] : [`####${general}`]),
  ];
  const opening = body.kind === 'number' ? '{#' : '{';
  return [
    ...(labels.length > 0 ? [`// ${labels.join(' ')}`] : []),
    `${name === undefined ? '' : `::${escapeGift(name)}::`}${textOf(stem, 'moodle')}${body.kind === 'description' ? '' : opening}`,
    ...(body.kind === 'description' ? [] : [...inside.map((line) => `\t${line}`), '}']),
  ].join('\n');
}

/** A text that names its format where it is not the one that counts anyway. */
function textOf(text: GiftText | undefined, otherwise: GiftFormat): string {
  if (text === undefined || text.text === '') return '';
  const named = text.format === otherwise ? '' : `[${text.format}]`;
  // What looks like the name of a format is text.
  const written = named === '' ? text.text.replace(LOOKS_NAMED, '&#91;') : text.text;
  return `${named}${escapeGift(written)}`;
}

const LOOKS_NAMED = /^\[(?=(?:html|moodle|plain|markdown)\])/;

/** What is typed is no markup: it only needs a format where it looks as if it named one. */
const typedText = (text: string) => `${LOOKS_NAMED.test(text) ? '[plain]' : ''}${escapeGift(text)}`;

const weight = (percent: number) => (percent === 0 ? '' : `%${plainNumber(percent)}%`);

const feedback = (answer: Pick<GiftAnswer, 'feedback'>, format: GiftFormat) => {
  const text = textOf(answer.feedback, format);
  return text === '' ? '' : `#${text}`;
};
