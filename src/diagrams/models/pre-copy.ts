/** Pages of the machine of the example: few enough to be counted. */
export const PAGES = 625;

/**
 * While five pages are copied, the machine writes to one. Pre-copy ends because copying outruns
 * writing; where it does not, a migration never converges (Clark et al., NSDI 2005).
 */
const COPIED_FOR_ONE_WRITTEN = 5;

/** Rounds during which the machine runs. */
const ROUNDS = 3;

export type Phase = 'before' | 'round' | 'stopped' | 'resumed';

/** One step of a live migration by pre-copy. */
export interface Moment {
  readonly phase: Phase;
  /** Of the rounds so far, the last. */
  readonly round: number;
  /** Pages that this step copies. */
  readonly copied: number;
  /** Pages that the target still lacks, or has as they were before a write, at the end of it. */
  readonly missing: number;
  /** Pages copied since the beginning. */
  readonly total: number;
}

const BEFORE: Moment = { phase: 'before', round: 0, copied: 0, missing: PAGES, total: 0 };

/** Copies all that is missing; a machine that runs writes meanwhile. */
const copy = (phase: Phase, before: Moment): Moment => ({
  phase,
  round: phase === 'round' ? before.round + 1 : before.round,
  copied: before.missing,
  missing: phase === 'round' ? before.missing / COPIED_FOR_ONE_WRITTEN : 0,
  total: before.total + before.missing,
});

/** The steps in their order: before, three rounds, the pause, the machine on its new host. */
export const MOMENTS: readonly Moment[] = [
  ...Array.from({ length: ROUNDS }, () => 'round' as const),
  'stopped' as const,
  'resumed' as const,
].reduce<readonly Moment[]>(
  (moments, phase) => [...moments, copy(phase, moments.at(-1) ?? BEFORE)],
  [BEFORE],
);
