const SECOND = 1000;
const HOUR = 3600 * SECOND;

const FIRST = 30 * SECOND;
const LONGEST = 6 * HOUR;

/** How often a job may fail until it is given up: with the delays below, over two days. */
export const MOST_FAILURES = 20;

/**
 * Milliseconds before a job is tried again: twice as long after each failure, a quarter more or
 * less by `random` (0 to 1), so that jobs that failed together do not all come back together.
 */
export function retryDelay(failures: number, random: number): number {
  const delay = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
  return Math.round(delay * (0.75 + random / 2));
}
