/**
 * The shares of a mark that Moodle takes, in percent (`question/engine/bank.php`): p/q for q up to
 * 6, tenths, 1/q up to 10, and a twentieth. A file with another one is refused or rounded.
 */
const FRACTIONS = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
  12.5, 11.11111, 10, 5, 0,
] as const;

/** The share of one of `parts` equal ones, and whether Moodle takes just that. */
export function shareOf(parts: number): { readonly percent: number; readonly exact: boolean } {
  const wanted = 100 / parts;
  const percent = FRACTIONS.reduce((best, each) =>
    Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best,
  );
  return { percent, exact: Math.abs(percent - wanted) < 0.001 };
}
