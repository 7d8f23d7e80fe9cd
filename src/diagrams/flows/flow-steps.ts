import type { Step } from './flow.ts';
import type { FlowWords } from './flow-words.ts';
import { moveText } from './move-text.ts';
import { FIRST_COUNTS, reconcile } from './reconcile.ts';

/** A step in words. */
export interface FlowStep {
  readonly text: string;
  readonly lights: readonly string[];
}

/** The steps of a walk in the words of one language. @throws Error for a step without a text. */
export const flowSteps = (steps: readonly Step[], words: FlowWords): readonly FlowStep[] =>
  steps.map(({ id, lights }) => ({ text: words.step(id), lights }));

/** What the controller does with the first counts; `texts` are those of its moves. */
export const firstMoves = (texts: Readonly<Record<string, string>>): readonly FlowStep[] =>
  reconcile(FIRST_COUNTS.desired, FIRST_COUNTS.actual).map((move) => ({
    text: moveText(texts, move),
    lights: move.lights,
  }));
