import type { Answer } from '../grading/key.ts';
import type { Grade, Tally } from '../grading/verdict.ts';

export type Control = HTMLInputElement | HTMLSelectElement;

/** How a question of some type is answered, graded and explained. */
export interface Behavior {
  /** The ids of its items, in the order of the key. */
  readonly items: readonly string[];
  readonly controls: readonly Control[];
  /** What the controls say now. */
  readonly read: () => Answer;
  /** Makes the controls say `answer`; ids that are no longer there are passed over. */
  readonly write: (answer: Answer) => void;
  readonly tally: (answer: Answer) => Tally;
  /** What to show under an item; whether it is `right` or `wrong`, where it is answered. */
  readonly note: (
    id: string,
    answer: Answer,
    grade: Grade,
    over: boolean,
  ) => { readonly nodes: readonly Node[]; readonly mark?: string | undefined };
  /** An answer may be changed without unsaying what was said of others. */
  readonly keepsNotes?: boolean;
  /** What helps on after a check. */
  readonly hints: (grade: Grade) => readonly (string | false | undefined)[];
  /** The answer, as it is read out when it is asked for. */
  readonly key: () => readonly Node[];
  /** The mistaken ideas that an answer shows. */
  readonly ideas: (answer: Answer) => readonly (string | undefined)[];
}
