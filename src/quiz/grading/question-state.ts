import type { Verdict } from './grade.ts';

/** Where one question stands with its reader. */
export type QuestionState = 'idle' | 'editing' | 'revealed' | Verdict;

/** What may happen to it: the reader changes an answer, has it checked, asks for the key, begins again. */
export type QuestionEvent = 'change' | 'reveal' | 'again' | Verdict;

type Transitions = Partial<Record<QuestionEvent, QuestionState>>;

/** Underway: a check leads where its verdict says. */
const OPEN = {
  change: 'editing',
  invalid: 'invalid',
  wrong: 'wrong',
  partial: 'partial',
  right: 'right',
  reveal: 'revealed',
  again: 'idle',
} as const satisfies Transitions;

/** Answered, by the reader or by the key. */
const OVER = { change: 'editing', again: 'idle' } as const satisfies Transitions;

/**
 * ```
 * idle ─change→ editing ─check→ invalid │ wrong │ partial │ right
 * invalid, wrong, partial ─change→ editing     retry: what was learnt stays on show
 * all but right ─reveal→ revealed
 * right, revealed ─change→ editing, ─again→ idle
 * ```
 * `invalid` is a check without an answer: nothing is graded. No state is a dead end, and no
 * control is ever taken away from the reader.
 */
const TRANSITIONS: Readonly<Record<QuestionState, Transitions>> = {
  idle: OPEN,
  editing: OPEN,
  invalid: OPEN,
  wrong: OPEN,
  partial: OPEN,
  right: OVER,
  revealed: OVER,
};

/** The next state; what has no meaning in a state leaves it as it is. */
export function nextState(state: QuestionState, event: QuestionEvent): QuestionState {
  return TRANSITIONS[state][event] ?? state;
}

/** Whether the question is over until it is begun again or answered anew. */
export function isOver(state: QuestionState): boolean {
  return TRANSITIONS[state] === OVER;
}
