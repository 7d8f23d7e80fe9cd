import type { Locale } from '../../i18n/locales.ts';

/** A number that was typed, in the unit of the key; or why it cannot be read. */
export type ReadNumber =
  | { readonly value: number }
  | { readonly fault: 'not-a-number' | 'unknown-unit'; readonly typed: string };

/** Spaces of every width, which both languages may put between thousands. */
const SPACES = /[\s\u00A0\u202F\u2009]/g;
const MINUS = /[\u2212\u2013\u2010]/g;
/** A sign, digits in groups of three or without groups, decimals, an exponent; then the unit. */
const SHAPE = /^([+-]?(?:\d{1,3}(?:[.,]\d{3})+|\d*)(?:[.,]\d*)?(?:e[+-]?\d+)?)([^\d.,].*)?$/i;

/**
 * Reads a number as a French or an English hand types it: `1,5` and `1.5`, `1 000`, `−3`, `2e3`,
 * with or without its unit. A comma before exactly three digits parts thousands in English
 * (`1,000`) and decimals in French, where it always does; a point before them is decimal in both,
 * unless there are several.
 *
 * `units`: how many of the key's unit each unit is, by its spelling; the key's own is 1.
 */
export function readNumber(
  typed: string,
  locale: Locale,
  units: Readonly<Record<string, number>> = {},
): ReadNumber {
  const plain = typed.normalize('NFKC').replace(SPACES, '').replace(MINUS, '-');
  const [, digits = '', unit = ''] = SHAPE.exec(plain) ?? [];
  const value = Number(withPoint(digits, locale));
  if (digits === '' || !Number.isFinite(value)) return { fault: 'not-a-number', typed };
  const factor = unit === '' ? 1 : factorOf(unit, units);
  return factor === undefined ? { fault: 'unknown-unit', typed } : { value: value * factor };
}

/** The number with a decimal point and no other separator. */
function withPoint(digits: string, locale: Locale): string {
  // Of two kinds of separators the last is the decimal sign: 1.234,5 or 1,234.5.
  const at = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  const sign = digits[at] ?? ' ';
  const parts =
    digits.split(sign).length > 2 || (locale === 'en' && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(digits))
      ? [digits]
      : [digits.slice(0, at), digits.slice(at + 1)];
  return at < 0 ? digits : parts.map((part) => part.replace(/[.,]/g, '')).join('.');
}

/** The exact spelling goes first: Mb and MB are two units to some, and one to most. */
function factorOf(unit: string, units: Readonly<Record<string, number>>): number | undefined {
  const spelled = (fold: (name: string) => string) =>
    Object.keys(units).find((name) => fold(name.replace(SPACES, '')) === fold(unit));
  return units[spelled((name) => name) ?? spelled((name) => name.toLowerCase()) ?? ''];
}

/** A number as its language writes it, with all its digits and no separator of thousands. */
export function writeNumber(value: number, locale: Locale): string {
  return String(value).replace('.', locale === 'fr' ? ',' : '.');
}
