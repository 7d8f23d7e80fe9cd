import type { Label, Layer, Stack } from './stack.ts';

/**
 * The words of one language: `stack` of `content/messages/<locale>/diagrams.json`. The browser
 * gets the same record as data, so that a page and its build say the same.
 */
export interface Phrases {
  readonly locale: string;
  readonly texts: Readonly<Record<string, string>>;
}

type Values = Readonly<Record<string, string | number>>;

/**
 * The phrase `key` with its `{{values}}` filled in; with a value `n`, in the plural form that the
 * language asks for.
 * @throws Error that names the key when the language lacks it.
 */
export function say({ locale, texts }: Phrases, key: string, values: Values = {}): string {
  const { n } = values;
  const form =
    typeof n === 'number' ? texts[`${key}_${new Intl.PluralRules(locale).select(n)}`] : undefined;
  const text = form ?? texts[key];
  if (text === undefined) throw new Error(`diagrams:stack.${key} is missing in \`${locale}\`.`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => `${values[name] ?? ''}`);
}

export const nameOf = (phrases: Phrases, { key, n }: Label): string =>
  say(phrases, key, n ? { number: n } : {});

/** The frame that the layer stands in, by name; the layer itself where it stands in none. */
export function placeOf(phrases: Phrases, stack: Stack, layer: Layer): string {
  const frame = stack.frames.find(({ id }) => id === layer.in);
  return nameOf(phrases, (frame ?? layer).label);
}
