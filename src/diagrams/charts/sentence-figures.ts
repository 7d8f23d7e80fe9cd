import type { Locale } from '../../i18n/locales.ts';
import { typography } from '../../i18n/typography.ts';
import type { Measurement } from './measurement-schema.ts';
import { decimal, quantities, quantity, ratio } from './units.ts';

const PLACE = /\{\{\s*(.+?)\s*\}\}/g;

type Figures = Pick<Measurement, 'points' | 'series' | 'unit'>;

/** The names of the figures that a sentence asks for. */
export const figuresNamed = (sentence: string): readonly string[] =>
  [...sentence.matchAll(PLACE)].map(([, name = '']) => name);

/** The one value of `point` or `point.series`; undefined where there is none, or a range. */
function valueOf({ points }: Figures, name: string): number | undefined {
  const [id, series] = name.split('.');
  const point = points.find((candidate) => candidate.id === id);
  return series === undefined ? point?.value : point?.values?.[series];
}

const rangeOf = ({ points }: Figures, name: string) => points.find(({ id }) => id === name)?.range;

/** Whether a sentence about these figures may name `name`. */
export function isKnown(figures: Figures, name: string): boolean {
  const sides = name.split(' / ');
  if (sides.length > 1)
    return sides.length === 2 && sides.every((side) => valueOf(figures, side) !== undefined);
  return valueOf(figures, name) !== undefined || rangeOf(figures, name) !== undefined;
}

/** The sentence of a chart, its figures filled in and its spaces set. */
export function sentenceOf(chart: Figures & Pick<Measurement, 'sentence'>, locale: Locale): string {
  const filled = chart.sentence[locale].replace(PLACE, (place, name: string) => {
    const [one = '', other] = name.split(' / ');
    const value = valueOf(chart, one);
    if (value === undefined) {
      const range = rangeOf(chart, one);
      return range === undefined ? place : quantities(range, chart.unit, locale);
    }
    const divisor = other === undefined ? undefined : valueOf(chart, other);
    if (divisor !== undefined) return ratio(value / divisor, locale);
    // In a sentence, « fois » or “times” is a word of its own.
    return chart.unit === 'ratio' ? decimal(value, locale) : quantity(value, chart.unit, locale);
  });
  return typography(filled, locale);
}
