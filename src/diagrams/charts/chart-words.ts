import type { Locale } from '../../i18n/locales.ts';
import { useTranslations, type Translate } from '../../i18n/translations.ts';
import { typography } from '../../i18n/typography.ts';
import type { Measurement, Point } from './measurement-schema.ts';
import { SIDES } from './readings.ts';
import type { ScaleKind } from './scale.ts';
import { namedQuantities, quantities, quantity, tickLabel } from './units.ts';

/** A figure that was measured, one that was said, and one of the second series. */
export type MarkShape = 'dot' | 'ring' | 'diamond';

/** One row of a chart in the words of a language. */
export interface ChartRow {
  /** What was measured, with its year. */
  readonly label: string;
  /** The figures, as the row writes them. */
  readonly text: string;
  readonly marks: readonly { readonly shape: MarkShape; readonly value: number }[];
  /** Two marks are the ends of a range, or two figures held against each other. */
  readonly between: 'range' | 'pair' | null;
  /** The side on which the true value may lie. */
  readonly side: -1 | 0 | 1;
}

/** All that is drawn of a chart, in finished words. */
export interface ChartWords {
  readonly scale: ScaleKind;
  readonly rows: readonly ChartRow[];
  /** What each shape stands for, where a chart compares two series. */
  readonly keys: readonly { readonly shape: MarkShape; readonly label: string }[];
  readonly caption: string;
  readonly tick: (value: number) => string;
}

const SERIES: readonly MarkShape[] = ['dot', 'diamond'];

/** The figures of a point, as a row and the table write them. */
export function figuresOf(
  { unit, series = [] }: Measurement,
  { value, range, values = {}, reading }: Point,
  locale: Locale,
  t: Translate,
): string {
  if (range !== undefined) return quantities(range, unit, locale);
  if (value !== undefined)
    return t(`measurements:reading.${reading}`, { figure: quantity(value, unit, locale) });
  const named = series.map(({ id, label }) => [label[locale], values[id] ?? 0] as const);
  return namedQuantities(named, unit, locale);
}

function marksOf({ series = [] }: Measurement, point: Point): ChartRow['marks'] {
  const { value, range, values = {}, reading } = point;
  if (range !== undefined) return range.map((end) => ({ shape: 'dot', value: end }));
  if (value !== undefined) return [{ shape: reading === 'measured' ? 'dot' : 'ring', value }];
  return series.map(({ id }, at) => ({ shape: SERIES[at] ?? 'dot', value: values[id] ?? 0 }));
}

function betweenOf({ range, values }: Point): ChartRow['between'] {
  if (range !== undefined) return 'range';
  return values === undefined ? null : 'pair';
}

/** A chart in the words of one language. */
export function chartWords(chart: Measurement, locale: Locale): ChartWords {
  const t = useTranslations(locale);
  const set = (text: string) => typography(text, locale);
  return {
    scale: chart.scale,
    rows: chart.points.map((point) => ({
      label: `${set(point.label[locale])} (${point.year})`,
      text: figuresOf(chart, point, locale, t),
      marks: marksOf(chart, point),
      between: betweenOf(point),
      side: SIDES[point.reading],
    })),
    keys: (chart.series ?? []).map(({ label }, at) => ({
      shape: SERIES[at] ?? 'dot',
      label: set(label[locale]),
    })),
    caption: t(`measurements:axis.${chart.scale}`, { axis: set(chart.axis[locale]) }),
    tick: (value) => tickLabel(value, chart.unit, locale),
  };
}
