import type { Verdict } from './grade.ts';

/** Where one question stands with its reader. */
export type QuestionState = 'idle' | 'editing' | 'revealed' | Verdict;

/** What may happen to it: the reader changes an answer, has it checked, asks for the key, begins again. */
export type QuestionEvent = 'change' | 'reveal' | 'again' | Verdict;

type Transitions = Partial<Record<QuestionEvent, QuestionState>>;

/** A check leads where its verdict says. */
const CHECK = { invalid: 'invalid', wrong: 'wrong', partial: 'partial', right: 'right' } as const;

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
const TRANSITIONS = {
  idle: { ...CHECK, change: 'editing', reveal: 'revealed' },
  editing: { ...CHECK, change: 'editing', reveal: 'revealed', again: 'idle' },
  invalid: { ...CHECK, change: 'editing', reveal: 'revealed', again: 'idle' },
  wrong: { ...CHECK, change: 'editing', reveal: 'revealed', again: 'idle' },
  partial: { ...CHECK, change: 'editing', reveal: 'revealed', again: 'idle' },
  right: { change: 'editing', again: 'idle' },
  revealed: { change: 'editing', again: 'idle' },
} as const satisfies Record<QuestionState, Transitions>;

/** The next state; what has no meaning in a state leaves it as it is. */
export function nextState(state: QuestionState, event: QuestionEvent): QuestionState {
  const transitions: Transitions = TRANSITIONS[state];
  return transitions[event] ?? state;
}

/** Whether the question is over until it is begun again or answered anew. */
export function isOver(state: QuestionState): boolean {
  return state === 'right' || state === 'revealed';
}
