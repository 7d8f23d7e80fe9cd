import type { Verdict } from './verdict.ts';

/** Where one question stands with its reader. */
export type QuestionState = 'idle' | 'editing' | 'revealed' | Verdict;

/** What may happen to it: the reader changes an answer, has it checked, asks for the key, begins again. */
export type QuestionEvent = 'change' | 'reveal' | 'again' | Verdict;

/** What is not a check leads to one place from everywhere; a check leads where its verdict says. */
const LEADS_TO = {
  change: 'editing',
  again: 'idle',
  reveal: 'revealed',
} as const satisfies Partial<Record<QuestionEvent, QuestionState>>;

/**
 * The next state; what has no meaning in a state leaves it as it is.
 *
 * ```
 * idle ─change→ editing ─check→ invalid │ wrong │ partial │ right
 * invalid, wrong, partial ─change→ editing     retry: what was learnt stays on show
 * all but right ─reveal→ revealed
 * right, revealed ─change→ editing, ─again→ idle     and nothing else
 * ```
 * `invalid` is a check without an answer: nothing is graded. No state is a dead end, and no
 * control is ever taken away from the reader.
 */
export function nextState(state: QuestionState, event: QuestionEvent): QuestionState {
  if (isOver(state) && event !== 'change' && event !== 'again') return state;
  return event in LEADS_TO ? LEADS_TO[event as keyof typeof LEADS_TO] : (event as Verdict);
}

/** Whether the question is over until it is begun again or answered anew. */
export function isOver(state: QuestionState): boolean {
  return state === 'right' || state === 'revealed';
}
