/**
 * The shares that Moodle's question bank offers for several right answers alike
 * (`question_bank::fraction_options`); it knows none for more than ten but twenty.
 */
export const MOST_EQUAL_SHARES = 10;

/** The weight in percent, as GIFT writes it, of each of `count` right answers. */
export function shareOf(count: number): string {
  const share = 100 / Math.max(1, Math.min(count, MOST_EQUAL_SHARES));
  return String(Number(share.toFixed(5)));
}

/** A number without an exponent, which other readers of GIFT do not know. */
export function plainNumber(value: number): string {
  const short = String(value);
  if (!short.includes('e')) return short;
  return new Intl.NumberFormat('en', {
    useGrouping: false,
    maximumSignificantDigits: 17,
    maximumFractionDigits: 100,
    roundingPriority: 'morePrecision',
  }).format(value);
}
