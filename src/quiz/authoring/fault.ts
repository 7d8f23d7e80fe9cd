import type { QuizDraft } from './draft.ts';
import type { Known } from './known.ts';
import type { Path } from './locate.ts';

/** What is wrong, at a path of the YAML. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** Reads a whole quiz and says what is wrong with its meaning. */
export type Check = (draft: QuizDraft, known: Known) => readonly Fault[];
