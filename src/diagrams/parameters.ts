/**
 * A question that a diagram can be asked. `count` draws numbers, `choice` named options, `flag` a
 * box to tick (`off`, `on`), `step` a walk from the first value to the last; `hit` names the
 * compromised layer, `at` the machine or container in which the attack starts.
 */
export interface Parameter {
  readonly name: string;
  readonly kind: 'count' | 'choice' | 'flag' | 'step' | 'hit' | 'at';
  readonly values: readonly string[];
  readonly initial: string;
}

/** One value for each parameter, by name. */
export type State = Readonly<Record<string, string>>;

/** The key of a parameter in the page's query, and the name of its control: `virtual.guests`. */
export const queryKey = (id: string, name: string): string => `${id}.${name}`;

/**
 * The state that `query` (or a form) asks of the diagram `id`; a bad or absent value is that of
 * `otherwise`, or the initial one.
 */
export function readState(
  id: string,
  parameters: readonly Parameter[],
  query: { get(key: string): FormDataEntryValue | null | undefined },
  otherwise: State = {},
): State {
  return Object.fromEntries(
    parameters.map(({ name, values, initial }) => {
      const asked = query.get(queryKey(id, name));
      return [name, values.find((value) => value === asked) ?? otherwise[name] ?? initial];
    }),
  );
}

/** The state before any question. */
export const initialState = (parameters: readonly Parameter[]): State =>
  readState('', parameters, new Map());

/** Writes the state into `query`, without what is as it was at first; leaves all other keys. */
export function writeState(
  id: string,
  parameters: readonly Parameter[],
  state: State,
  query: URLSearchParams,
): void {
  for (const { name, initial } of parameters) {
    const value = state[name] ?? initial;
    if (value === initial) query.delete(queryKey(id, name));
    else query.set(queryKey(id, name), value);
  }
}

/** The answers that decide which stack is drawn, in one word: `kvm-2`. */
export const answersOf = (parameters: readonly Parameter[], state: State): string =>
  parameters
    .filter(({ kind }) => kind === 'choice' || kind === 'count')
    .map(({ name }) => state[name])
    .join('-');

/** Every combination of values. */
export function everyState(parameters: readonly Parameter[]): readonly State[] {
  return parameters.reduce<readonly State[]>(
    (states, { name, values }) =>
      states.flatMap((state) => values.map((value) => ({ ...state, [name]: value }))),
    [{}],
  );
}
