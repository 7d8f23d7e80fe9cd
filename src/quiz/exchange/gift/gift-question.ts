/** How a text of a GIFT file is marked up; Moodle's own default is `moodle`: HTML whose line breaks count. */
export type GiftFormat = 'moodle' | 'html' | 'markdown' | 'plain';

export interface GiftText {
  readonly format: GiftFormat;
  readonly text: string;
}

/** One answer of a choice or a short answer; `weight` is in percent, below 0 for what takes points away. */
export interface GiftAnswer {
  readonly text: GiftText;
  readonly weight: number;
  readonly feedback?: GiftText | undefined;
}

/** One number; `*` is any other, which only serves to give it a feedback. */
export interface GiftNumber {
  readonly value: number | '*';
  readonly tolerance: number;
  readonly weight: number;
  readonly feedback?: GiftText | undefined;
}

export interface GiftPair {
  readonly left: GiftText;
  /** Plain text. */
  readonly right: string;
}

/** What a question asks for, by Moodle's names for its kinds. */
export type GiftBody =
  | { readonly kind: 'description' }
  | { readonly kind: 'essay' }
  | {
      readonly kind: 'true-false';
      readonly truth: boolean;
      readonly whenWrong?: GiftText | undefined;
      readonly whenRight?: GiftText | undefined;
    }
  /** `single`: one answer may be chosen. */
  | { readonly kind: 'choice'; readonly single: boolean; readonly answers: readonly GiftAnswer[] }
  | { readonly kind: 'short'; readonly answers: readonly GiftAnswer[] }
  | { readonly kind: 'number'; readonly answers: readonly GiftNumber[] }
  | { readonly kind: 'match'; readonly pairs: readonly GiftPair[] };

export interface GiftQuestion {
  readonly name?: string | undefined;
  /** From a comment: `[id:…]`. */
  readonly id?: string | undefined;
  /** From comments: `[tag:…]`. */
  readonly tags: readonly string[];
  /** Where the answers stood inside it: `_____`. */
  readonly stem: GiftText;
  readonly generalFeedback?: GiftText | undefined;
  readonly body: GiftBody;
}

/** What a file holds, one after the other. */
export type GiftEntry =
  | { readonly kind: 'category'; readonly path: string }
  | { readonly kind: 'question'; readonly question: GiftQuestion };

/** An entry and where it begins; lines and columns count from 1. */
export type PlacedEntry = GiftEntry & { readonly line: number; readonly column: number };

/** Stands in a stem where its answers stood. */
export const GAP = '_____';
