import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isOver,
  nextState,
  type QuestionEvent,
  type QuestionState,
} from '../../../../src/quiz/grading/question-state.ts';

const STATES: readonly QuestionState[] = [
  'idle',
  'editing',
  'invalid',
  'wrong',
  'partial',
  'right',
  'revealed',
];
const CHECKS = ['invalid', 'wrong', 'partial', 'right'] as const;
const EVENTS: readonly QuestionEvent[] = ['change', 'reveal', 'again', ...CHECKS];

const UNDERWAY = STATES.filter((state) => !isOver(state));

test('right and revealed are over, nothing else is', () => {
  expect(STATES.filter(isOver)).toEqual(['right', 'revealed']);
});

test.each(UNDERWAY)('from %s a check leads to its verdict, the key to revealed', (state) => {
  for (const verdict of CHECKS) expect(nextState(state, verdict)).toBe(verdict);
  expect(nextState(state, 'reveal')).toBe('revealed');
});

test.each(['right', 'revealed'] as const)('%s stays what it is until begun again', (state) => {
  for (const event of [...CHECKS, 'reveal'] as const) expect(nextState(state, event)).toBe(state);
});

test.each(STATES)('from %s a change is an edit and again is a fresh start', (state) => {
  expect(nextState(state, 'change')).toBe('editing');
  expect(nextState(state, 'again')).toBe('idle');
});

test('every state is reached from idle and left by something', () => {
  const reached = new Set<QuestionState>(['idle']);
  for (const state of reached) for (const event of EVENTS) reached.add(nextState(state, event));
  expect([...reached].sort()).toEqual([...STATES].sort());
  for (const state of STATES) {
    expect(EVENTS.some((event) => nextState(state, event) !== state)).toBe(true);
  }
});

test('no run of events gets stuck: two steps from anywhere lead to right', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
      const state = events.reduce(nextState, 'idle');
      expect(nextState(nextState(state, 'change'), 'right')).toBe('right');
    }),
  );
});
