import { unescapeGift } from './escapes.ts';
import type {
  GiftAnswer,
  GiftBody,
  GiftFormat,
  GiftNumber,
  GiftPair,
  GiftText,
} from './gift-question.ts';
import { cut, slice, startingWith, trimmed, type Slice } from './slice.ts';

/** Tells of a fault at a place of the block, and goes on. */
export type Tell = (at: number, message: string) => void;

interface Reading {
  /** The format of texts that name none: their question's. */
  readonly format: GiftFormat;
  readonly tell: Tell;
}

const FORMATS: ReadonlySet<string> = new Set(['moodle', 'html', 'markdown', 'plain']);
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['T', true],
  ['TRUE', true],
  ['F', false],
  ['FALSE', false],
]);
const WEIGHT = /^%(-*\d{1,3}(?:\.\d*)?)%/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A text with the format that it names, such as `[html]`, or `otherwise`. */
export function readText(part: Slice, otherwise: GiftFormat): GiftText {
  const { text } = trimmed(part);
  const named = /^\[([a-z]+)\]/.exec(text)?.[1];
  return named !== undefined && FORMATS.has(named)
    ? { format: named as GiftFormat, text: unescapeGift(text.slice(named.length + 2)).trim() }
    : { format: otherwise, text: unescapeGift(text).trim() };
}

/**
 * What stands between the braces of a question, read in Moodle's order: `#` first is a number, any
 * `~` a choice, `=` with `->` a matching, a lone T or F a truth, and the rest short answers.
 */
export function readBody(answers: Slice, reading: Reading): GiftBody {
  const { text } = answers;
  if (text === '') return { kind: 'essay' };
  if (text.startsWith('#')) return readNumbers(slice(answers, 1), reading);
  if (text.includes('~')) return readChoice(answers, reading);
  if (text.includes('=') && text.includes('->')) return readMatch(answers, reading);
  const truth = TRUTHS.get(trimmed(cut(answers, '#')[0]).text);
  return truth === undefined
    ? readShort(answers, reading)
    : readTruth(cut(answers, '#')[1], truth, reading);
}

function readTruth(after: Slice | undefined, truth: boolean, { format }: Reading): GiftBody {
  const [wrong, right] = after ? cut(after, '#') : [];
  return {
    kind: 'true-false',
    truth,
    whenWrong: wrong && feedback(wrong, format),
    whenRight: right && feedback(right, format),
  };
}

function readChoice(answers: Slice, reading: Reading): GiftBody {
  const parts = startingWith(answers, '~=');
  if (parts.length < 2) reading.tell(answers.from, 'A choice wants two answers or more.');
  return {
    kind: 'choice',
    single: answers.text.includes('='),
    answers: parts.map((part) => readAnswer(part, part.text.startsWith('=') ? 100 : 0, reading)),
  };
}

function readShort(answers: Slice, reading: Reading): GiftBody {
  const parts = startingWith(answers, '=');
  return { kind: 'short', answers: parts.map((part) => readAnswer(part, 100, reading)) };
}

/** `=%50%text#feedback`: `weight` is what it earns when it does not say. */
function readAnswer(part: Slice, weight: number, reading: Reading): GiftAnswer {
  const own = weighed(part, weight, reading);
  const [text, after] = cut(own.rest, '#');
  return {
    text: readText(text, reading.format),
    weight: own.weight,
    feedback: after && feedback(after, reading.format),
  };
}

/** Takes the sign and the weight off. */
function weighed(part: Slice, otherwise: number, { tell }: Reading) {
  const signed = /^[=~]/.test(part.text) ? slice(part, 1) : part;
  const rest = trimmed(signed);
  const [whole, percent] = WEIGHT.exec(rest.text) ?? [];
  if (whole === undefined || percent === undefined) return { weight: otherwise, rest };
  const weight = Number(percent.replace(/^-+/, '-'));
  if (Math.abs(weight) > 100)
    tell(rest.from, `A weight is from -100 to 100, and this is ${percent}.`);
  return { weight, rest: slice(rest, whole.length) };
}

function readMatch(answers: Slice, reading: Reading): GiftBody {
  const parts = startingWith(answers, '=');
  if (parts.length < 2) reading.tell(answers.from, 'A matching wants two pairs or more.');
  const pairs = parts.flatMap((part): readonly GiftPair[] => {
    const [left, right] = cut(part.text.startsWith('=') ? slice(part, 1) : part, '->');
    if (right === undefined) {
      reading.tell(part.from, 'A pair of a matching has no arrow. Write `=item -> match`.');
      return [];
    }
    return [{ left: readText(left, reading.format), right: unescapeGift(right.text).trim() }];
  });
  return { kind: 'match', pairs };
}

function readNumbers(answers: Slice, reading: Reading): GiftBody {
  const [listed, others] = cut(answers, '~');
  const parts = startingWith(trimmed(listed), '=');
  if (parts.length === 0) {
    reading.tell(answers.from, 'A numerical question has no number. Write `{#42}` or `{#42:0.5}`.');
  }
  const numbers = parts.flatMap((part) => readNumberAnswer(part, reading));
  const said = others && cut(others, '#')[1];
  const other: GiftNumber[] = said
    ? [{ value: '*', tolerance: 0, weight: 0, feedback: feedback(said, reading.format) }]
    : [];
  return { kind: 'number', answers: [...numbers, ...other] };
}

function readNumberAnswer(part: Slice, reading: Reading): readonly GiftNumber[] {
  const { weight, rest } = weighed(part, 100, reading);
  const [number, after] = cut(rest, '#');
  const shown = readText(number, reading.format).text;
  const read = readRange(shown);
  if (!read) {
    const mend = 'Write `42`, `42:0.5` (give or take) or `41.5..42.5`.';
    reading.tell(number.from, `\`${shown.slice(0, 40)}\` is not a number. ${mend}`);
    return [];
  }
  return [{ ...read, weight, feedback: after && feedback(after, reading.format) }];
}

/** `42`, `42:0.5`, `41.5..42.5` or `*`. */
function readRange(text: string): Pick<GiftNumber, 'value' | 'tolerance'> | undefined {
  if (text === '*') return { value: '*', tolerance: 0 };
  const between = text.split('..');
  if (between.length === 2) {
    const [low, high] = between.map(readPlainNumber);
    if (low === undefined || high === undefined || high < low) return undefined;
    return { value: rounded((low + high) / 2), tolerance: rounded((high - low) / 2) };
  }
  const [value, tolerance] = text.split(':').map(readPlainNumber);
  if (value === undefined || (text.includes(':') && tolerance === undefined)) return undefined;
  return { value, tolerance: Math.abs(tolerance ?? 0) };
}

function readPlainNumber(text: string): number | undefined {
  const bare = text.trim();
  const value = NUMBER.test(bare) ? Number(bare) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Takes away what binary fractions add: half of 3.141 + 3.142 is 3.1415. */
const rounded = (value: number) => Number(value.toPrecision(12));

/** A feedback, unless it is blank. */
function feedback(part: Slice, format: GiftFormat): GiftText | undefined {
  const text = readText(part, format);
  return text.text === '' ? undefined : text;
}
