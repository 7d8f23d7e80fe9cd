/** What was, what is, and what was undone. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly now: Value;
  readonly future: readonly Value[];
}

/** More steps back than anyone takes. */
const KEPT = 200;

export const begin = <Value>(now: Value): History<Value> => ({ past: [], now, future: [] });

/** A step forward; what was undone is gone. */
export const advance = <Value>({ past, now }: History<Value>, next: Value): History<Value> => ({
  past: [...past, now].slice(-KEPT),
  now: next,
  future: [],
});

/** Takes the place of the last step: typing a name is one. */
export const amend = <Value>({ past }: History<Value>, next: Value): History<Value> => ({
  past,
  now: next,
  future: [],
});

/** A step back; the same where there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const { past, now, future } = history;
  const last = past.at(-1);
  return last === undefined
    ? history
    : { past: past.slice(0, -1), now: last, future: [now, ...future] };
}

const reversed = <Value>({ past, now, future }: History<Value>): History<Value> => ({
  past: future.toReversed(),
  now,
  future: past.toReversed(),
});

/** The step that was taken back, again. */
export const redo = <Value>(history: History<Value>): History<Value> =>
  reversed(undo(reversed(history)));
