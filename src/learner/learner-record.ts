/**
 * All that the reader's browser remembers of the whole site: one record under one key of
 * localStorage, shared by both languages. Nothing of it is ever sent anywhere.
 *
 * ```json
 * {
 *   "v": 1,
 *   "settings": { "theme": "dark", "locale": "fr" },
 *   "answers": {
 *     "virtualization": {
 *       "what-a-vm-adds": {
 *         "rev": 1,
 *         "at": 1795550400000,
 *         "tries": 2,
 *         "answer": { "own-system": true },
 *         "score": 1,
 *         "past": [
 *           { "rev": 1, "at": 1795550380000, "tries": 1, "answer": { "own-chip": true }, "score": 0 }
 *         ]
 *       }
 *     }
 *   },
 *   "drafts": { "hybrid": { "name": "Awa", "comment": "Et avec Kata ?" } }
 * }
 * ```
 *
 * Lifecycle
 * - Answers are kept under the ids of tutorial, question and option: moving a page, reordering
 *   options or changing the language touches nothing. Ids are never reused.
 * - `rev` is the question's when it was answered. When the author raises it, the old answer stays
 *   as history and the question counts as not answered.
 * - A check replaces the answer and moves the one before to `past`; the ten last are kept.
 *   Asking for the key marks it `revealed`. Erasing a quiz takes its answers and history away.
 * - A text that is not a record (edited by hand, cut short) is copied to `strates-aside` before
 *   anything is written in its place. A record of a later version is left alone: a tab that was
 *   opened before the site changed keeps what it learns for its visit only.
 * - Parts of a record that this version does not know are written back as they were.
 * - The reader takes answers and settings along as a file of their own (`transfer/`). Two records
 *   become one question by question: the newer answer counts, and both histories are kept.
 */
export interface LearnerRecord {
  readonly v: 1;
  readonly settings: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, QuizAnswers>>;
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** The answers to one quiz, by the ids of its questions. */
export type QuizAnswers = Readonly<Record<string, KeptAnswer>>;

/** What a visitor typed and did not send, by the names of the fields. */
export type Draft = Readonly<Record<string, string>>;

export type Sureness = 'guess' | 'unsure' | 'sure';

/** One graded answer. */
export interface GradedAnswer {
  readonly rev: number;
  /** When it was checked, in milliseconds since 1970. */
  readonly at: number;
  /** By the ids of the question's items; what each holds is told by its quiz. */
  readonly answer: Readonly<Record<string, boolean | number | string>>;
  /** From 0 to 1. */
  readonly score: number;
  /** The reader asked for the key. */
  readonly revealed?: true | undefined;
  /** The mistaken ideas that the answer shows. */
  readonly ideas?: readonly string[] | undefined;
  /** How many hints were open when it was checked. */
  readonly hints?: number | undefined;
  /** How sure the reader was, where that was asked and said. */
  readonly sure?: Sureness | undefined;
}

/** A graded answer and its number among the checks; looking up the key is no check. */
export interface PastAnswer extends GradedAnswer {
  readonly tries: number;
}

/** The last answer to a question, and those before it, newest last. */
export interface KeptAnswer extends PastAnswer {
  readonly past: readonly PastAnswer[];
}

export const VERSION = 1;

const EMPTY: LearnerRecord = { v: VERSION, settings: {}, answers: {}, drafts: {} };

/**
 * Reads what the browser kept. `corrupt`: it is no record. `later`: a later version of the site
 * wrote it. In both cases the record is empty. Never throws.
 */
export function parseRecord(text: string | null): {
  readonly record: LearnerRecord;
  readonly fault?: 'corrupt' | 'later';
} {
  if (text === null) return { record: EMPTY };
  try {
    const value: unknown = JSON.parse(text);
    if (isMap(value) && typeof value['v'] === 'number') {
      if (value['v'] > VERSION) return { record: EMPTY, fault: 'later' };
      const { settings, answers, drafts } = value;
      // Unknown parts come along. Known ones are maps whatever was stored; their readers look closer.
      return {
        record: {
          ...value,
          v: VERSION,
          settings: mapOf(settings),
          answers: mapOf(answers),
          drafts: mapOf(drafts),
        } as LearnerRecord,
      };
    }
  } catch {
    // Not even JSON.
  }
  return { record: EMPTY, fault: 'corrupt' };
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A map without one of its entries. */
export function without<T>(map: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

function mapOf(value: unknown): Record<string, unknown> {
  return isMap(value) ? value : {};
}
