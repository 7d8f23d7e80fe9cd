/** How many copies one may ask for, and how many may be there. */
export const COPIES = [1, 2, 3, 4, 5] as const;

/** What is asked for and what is there before anybody changes it. */
export const FIRST_COUNTS = { desired: 3, actual: 1 } as const;

/** One thing that the controller does: which text says it, with what numbers, and what is lit. */
export interface Move {
  readonly id: 'observe' | 'missing' | 'surplus' | 'equal' | 'create' | 'remove';
  /** The copies that the text is about. */
  readonly n: number;
  readonly lights: readonly string[];
}

/** What a controller sees and does until what is there is what is asked for. */
export function reconcile(desired: number, actual: number): readonly Move[] {
  const observe: Move = { id: 'observe', n: actual, lights: ['observe', 'act-observe'] };
  const lights = ['compare', 'desired', 'desired-compare', 'observe-compare'];
  const n = Math.abs(desired - actual);
  if (n === 0)
    return [observe, { id: 'equal', n: desired, lights: [...lights, 'compare-observe'] }];
  const [seen, done] =
    actual < desired ? (['missing', 'create'] as const) : (['surplus', 'remove'] as const);
  return [
    { ...observe, lights: ['observe'] },
    { id: seen, n, lights },
    { id: done, n, lights: ['act', 'compare-act'] },
    ...reconcile(desired, desired),
  ];
}
