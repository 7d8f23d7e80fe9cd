/** As keys of stacks are (see `parameters.ts`), whose code pages of flows do without. */
const queryKey = (id: string, name: string): string => `${id}.${name}`;

/** What a flow shows, by name: `case`, `step`, `path`, `desired`, `actual`. */
export type WalkState = Readonly<Record<string, string>>;

/** What the query asks of the flow `id`, over what it shows at first. */
export function readWalk(id: string, initial: WalkState, query: URLSearchParams): WalkState {
  const asked = Object.keys(initial).map((name) => [
    name,
    query.get(queryKey(id, name)) ?? initial[name] ?? '',
  ]);
  return Object.fromEntries(asked) as WalkState;
}

/** Writes what it shows into the query, without what is as it was at first; leaves all other keys. */
export function writeWalk(
  id: string,
  initial: WalkState,
  state: WalkState,
  query: URLSearchParams,
): void {
  for (const [name, value] of Object.entries(state)) {
    if (value === initial[name]) query.delete(queryKey(id, name));
    else query.set(queryKey(id, name), value);
  }
}
