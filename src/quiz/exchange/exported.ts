/** The language of an exported file: one, or both side by side. */
export type Languages = 'fr' | 'en' | 'both';

/** What a format may have no room for. Said in words by the messages `quiz-sheet:loss.<kind>`. */
export const LOSS_KINDS = [
  /** Steps of a trace are questions of their own. */
  'steps-apart',
  /** Rows of true and false are questions of their own. */
  'rows-apart',
  /** An order is given by matching each item with its rank. */
  'order-as-match',
  /** The layers of a picture are a list beside it, or without it. */
  'picture-as-list',
  /** Explanations of items stand together, after the answer. */
  'explanations-gathered',
  /** Hints on the way are left out. */
  'hints',
  /** Asking how sure the reader is is left out. */
  'confidence',
  /** Which wrong answer shows which idea is left out. */
  'misconceptions',
  /** How many questions are drawn from a pool is left out. */
  'pools',
  /** Options stay in one order, for one of them must stay last. */
  'shuffle',
  /** Partial credit is rounded, or all or nothing. */
  'partial-credit',
  /** A pattern of right answers is left out: only those written out are right. */
  'pattern',
  /** Accents, apostrophes and spaces of typed answers count. */
  'typing',
  /** Units of typed numbers are not read. */
  'units',
  /** Parts without markup show code as plain text, and both languages side by side. */
  'plain-text',
  /** The other language is left out. */
  'language',
  /** Names that only this site uses are left out: of options, sources and remarks, and revisions. */
  'names',
] as const;

export type LossKind = (typeof LOSS_KINDS)[number];

/** What a format could not carry of a question; `question` is its id, `''` for a whole quiz. */
export interface Loss {
  readonly question: string;
  readonly what: LossKind;
}

/** A quiz, or several, in the words of another format. */
export interface Exported {
  readonly text: string;
  readonly losses: readonly Loss[];
}
