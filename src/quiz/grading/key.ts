/** What a reader says of one item: ticked, a rank from 1, the id of a target or an option, a typed text. */
export type Said = boolean | number | string;

/**
 * What a reader answered, by the ids of the question's items, never by their place. What is absent
 * is not answered.
 * - choice, multiple, hotspot: `true` under each option that is ticked
 * - rows: `true` or `false` under each row
 * - order: the rank, from 1, under each item
 * - match: the id of a target under each item
 * - text: what was typed, under `answer`; number: its value in the unit of the key, under `answer`
 * - trace: under each step that asks, the id of an option or what was typed
 */
export type Answer = Readonly<Record<string, Said>>;

/** Which typed texts are right. */
export interface TextKey {
  readonly accept: readonly string[];
  /** A regular expression for the whole text, after normalization. */
  readonly pattern?: string | undefined;
  /** Case and accents count. */
  readonly exact?: boolean;
}

/** Which numbers are right: `value`, or no further from it than `tolerance`, in the same unit. */
export interface NumberKey {
  readonly value: number;
  readonly tolerance: number;
}

/** What is right to say of one item. */
export type Right = boolean | string | TextKey | NumberKey;

/** The right answer of a question, by its ids. */
export type Key =
  /** Tick these and no other: choice, multiple, hotspot. */
  | { readonly kind: 'ticks'; readonly right: Readonly<Record<string, boolean>> }
  /** Say this of each: rows, match, text, number, trace. */
  | { readonly kind: 'says'; readonly right: Readonly<Record<string, Right>> }
  /** The ids in their right order. */
  | { readonly kind: 'order'; readonly right: readonly string[] };
