import type { Locale } from './locales.ts';

const NARROW = '\u202F';
const NO_BREAK = '\u00A0';
/** Forbids a line break without showing anything: what comes after a hyphen stays with it. */
const JOINER = '\u2060';

/** `signs` are what the pattern cannot match without: a text that holds none of them is left alone. */
type Rule = readonly [signs: readonly string[], pattern: RegExp, replacement: string];

const DIGITS = [...'0123456789'];
const MARKS = [';', '!', '?'];

/** Units that stay on the line of their number. */
const UNITS = '%|‰|°C|€|[kMGT]i?[oB]|[kMG]?bit/s|[nµm]?s|min|h|j|[kMG]?Hz|px|m?m|km|fois';

/** What a French hyphen ties to the word before it; a line must not begin with it. */
const PRONOUN =
  '(?:ils?|elles?|on|je|tu|nous|vous|ce|ci|là|y|en|moi|le|la|les|lui|leur)(?![\\p{L}\\p{N}-])';

/** Both languages: an apostrophe is a letter, an ellipsis is one sign, a number keeps its unit. */
const COMMON: readonly Rule[] = [
  [["'"], /(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’'],
  [['...'], /\.{3}/g, '…'],
  [DIGITS, new RegExp(`(?<=\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu'), NO_BREAK],
];

/**
 * French: rules in the usage of the Imprimerie nationale (thin no-break space before ; ! ?,
 * no-break space before : and inside « », U+202F between thousands). A colon or mark that
 * touches its word is only moved away from it when a space or the end follows, so that hours,
 * URLs and `std::string` stay whole.
 */
const FRENCH: readonly Rule[] = [
  [['"'], /(?<![^\s(«[—–-])"/g, `«${NO_BREAK}`],
  [['"'], /"/g, `${NO_BREAK}»`],
  [['«'], /«[ \u00A0\u202F]*/g, `«${NO_BREAK}`],
  [['»'], /[ \u00A0\u202F]*»/g, `${NO_BREAK}»`],
  [MARKS, /[ \u00A0\u202F]+(?=[;!?])/g, NARROW],
  [MARKS, /(?<=[\p{L}\p{N})»”’…])(?=[;!?]+(?:[\s)»]|$))/gu, NARROW],
  [[':'], /[ \u202F]+(?=:(?:\s|$))/g, NO_BREAK],
  [[':'], /(?<=[\p{L}\p{N})»])(?=:(?:\s|$))/gu, NO_BREAK],
  [DIGITS, /(?<=(?<!\d)\d{1,3}) (?=\d{3}(?!\d))/g, NARROW],
  [['-t-'], new RegExp(`(?<=\\p{L})-t-(?=${PRONOUN})`, 'gu'), `-${JOINER}t-${JOINER}`],
  [['-'], new RegExp(`(?<=\\p{L})-(?=${PRONOUN})`, 'gu'), `-${JOINER}`],
];

/** English: quotes turn to the side on which their text stands. */
const ENGLISH: readonly Rule[] = [
  [['"'], /(?<![\p{L}\p{N}.,;:!?…)’”])"(?=\S)/gu, '“'],
  [['"'], /"/g, '”'],
  [["'"], /(?<![\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, '‘'],
  [["'"], /'/g, '’'],
];

const RULES = {
  fr: [...COMMON, ...FRENCH],
  en: [...COMMON, ...ENGLISH],
} as const satisfies Record<Locale, readonly Rule[]>;

/**
 * Sets the spaces, quotes and apostrophes of running text as its language wants them.
 * Applying it twice changes nothing more. Never give it code or a URL.
 */
export function typography(text: string, locale: Locale): string {
  return RULES[locale].reduce(
    (set, [signs, pattern, by]) =>
      signs.some((sign) => set.includes(sign)) ? set.replace(pattern, by) : set,
    text,
  );
}

/** `typography` for French. */
export function frenchTypography(text: string): string {
  return typography(text, 'fr');
}
