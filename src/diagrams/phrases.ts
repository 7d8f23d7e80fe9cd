import type { Frame, Label, Layer, Stack, Values } from './stack.ts';

/**
 * The words of one language: `stack` of `content/messages/<locale>/diagrams.json`. The browser
 * gets the same record as data, so that a page and its build say the same.
 */
export interface Phrases {
  readonly locale: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Making one costs more than all that is said with it. */
const rules = new Map<string, Intl.PluralRules>();

function pluralRules(locale: string): Intl.PluralRules {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known;
}

/**
 * The phrase `key` with its `{{values}}` filled in, in the plural form of `n` where it has one.
 * @throws Error that names the key when the language lacks it.
 */
export function say(
  { locale, texts }: Phrases,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = pluralRules(locale).select(Number(values['n']));
  const text = texts[`${key}_${form}`] ?? texts[key];
  if (text === undefined) throw new Error(`No text: ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => `${values[name] ?? ''}`);
}

const valuesOf = ({ n, values }: Label): Values => ({ number: n ?? '', ...values });

export const nameOf = (phrases: Phrases, label: Label): string =>
  say(phrases, label.key, valuesOf(label));

/** The second, smaller line of a layer or frame; empty where it has none. */
export const noteOf = (
  phrases: Phrases,
  { label, note }: Pick<Layer | Frame, 'label' | 'note'>,
): string => (note === undefined ? '' : say(phrases, note, valuesOf(label)));

/** The frame that the layer stands in, by name; the layer itself where it stands in none. */
export const placeOf = (phrases: Phrases, stack: Stack, layer: Layer): string =>
  nameOf(phrases, (stack.frames.find(({ id }) => id === layer.in) ?? layer).label);
