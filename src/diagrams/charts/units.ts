import type { Locale, Localized } from '../../i18n/locales.ts';

/** The units of charts, as the field writes them in each language; `ladder` are its multiples. */
const WORDS = {
  ns: { fr: 'ns', en: 'ns' },
  µs: { fr: 'µs', en: 'µs' },
  ms: { fr: 'ms', en: 'ms' },
  s: { fr: 's', en: 's' },
  MB: { fr: 'Mo', en: 'MB' },
  GB: { fr: 'Go', en: 'GB' },
  MiB: { fr: 'Mio', en: 'MiB' },
  percent: { fr: '%', en: '%' },
  ratio: { fr: '×', en: '×' },
  'requests-per-second': { fr: 'requêtes/s', en: 'requests/s' },
  'machines-per-second': { fr: 'microVM/s', en: 'microVMs/s' },
} as const satisfies Readonly<Record<string, Localized>>;

export const UNITS = [
  'ns',
  'ms',
  'MB',
  'MiB',
  'percent',
  'ratio',
  'requests-per-second',
  'machines-per-second',
] as const;

export type Unit = (typeof UNITS)[number];

/** Units that are the next one a thousand times: an axis climbs them, a figure keeps its own. */
const LADDERS: readonly (readonly (keyof typeof WORDS)[])[] = [
  ['ns', 'µs', 'ms', 's'],
  ['MB', 'GB'],
];

/** Units that the axis names once instead of at every tick. */
const BARE: ReadonlySet<Unit> = new Set(['ratio', 'requests-per-second', 'machines-per-second']);

/** Signs that stand before their number. */
const BEFORE: ReadonlySet<string> = new Set<Unit>(['ratio']);

const NO_BREAK = '\u00A0';
/** A dash between two figures, at which no line ends. */
const DASH = '–\u2060';

/** A number as the language writes it: two decimals at most, and none from a thousand on. */
export function decimal(value: number, locale: Locale): string {
  return value.toLocaleString(
    locale,
    value < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: value < 1000 ? 2 : 0 },
  );
}

/** A ratio of two figures, to two digits. */
export function ratio(value: number, locale: Locale): string {
  return value.toLocaleString(locale, { maximumSignificantDigits: 2 });
}

/** English joins signs to their number; all else stands apart by a no-break space. */
function withUnit(number: string, unit: keyof typeof WORDS, locale: Locale): string {
  const isSign = unit === 'percent' || unit === 'ratio';
  const space = isSign && locale === 'en' ? '' : NO_BREAK;
  if (BEFORE.has(unit)) return `${WORDS[unit][locale]}${space}${number}`;
  return `${number}${space}${WORDS[unit][locale]}`;
}

/** A figure with its unit: « 2,3 ms », `95%`. */
export const quantity = (value: number, unit: Unit, locale: Locale): string =>
  withUnit(decimal(value, locale), unit, locale);

/** The two ends of a range: `8–10 ms`. */
export const quantities = (
  [low, high]: readonly [number, number],
  unit: Unit,
  locale: Locale,
): string => withUnit(`${decimal(low, locale)}${DASH}${decimal(high, locale)}`, unit, locale);

/** Figures of one unit under their names: « runc 4,09 · gVisor 23,7 Mo ». */
export const namedQuantities = (
  figures: readonly (readonly [name: string, value: number])[],
  unit: Unit,
  locale: Locale,
): string =>
  withUnit(
    figures.map(([name, value]) => `${name}${NO_BREAK}${decimal(value, locale)}`).join(' · '),
    unit,
    locale,
  );

/** What stands at a tick: the figure in the multiple that keeps it short, `1 s` for 1000 ms. */
export function tickLabel(value: number, unit: Unit, locale: Locale): string {
  if (BARE.has(unit)) return decimal(value, locale);
  const ladder = LADDERS.find((units) => units.includes(unit)) ?? [unit];
  const from = ladder.indexOf(unit);
  const steps = value > 0 ? Math.floor(Math.log10(value) / 3 + 1e-9) : 0;
  const at = Math.min(Math.max(from + steps, 0), ladder.length - 1);
  return withUnit(decimal(value / 1000 ** (at - from), locale), ladder[at] ?? unit, locale);
}
