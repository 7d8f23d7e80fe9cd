import english from '../../../../content/messages/en/models.json' with { type: 'json' };
import french from '../../../../content/messages/fr/models.json' with { type: 'json' };
import { MODEL_IDS, MODELS, type ModelId } from '../../../../src/diagrams/models/catalogue.ts';
import { everyState, type State } from '../../../../src/diagrams/parameters.ts';
import { nameOf, noteOf, say, type Phrases } from '../../../../src/diagrams/phrases.ts';
import type { Stack } from '../../../../src/diagrams/stack.ts';
import { LOCALES, type Locale } from '../../../../src/i18n/locales.ts';

export const MESSAGES = { fr: french, en: english } as const;

/** Phrases that remember which of them were said. */
function listening(locale: Locale): { phrases: Phrases; said: Set<string> } {
  const said = new Set<string>();
  const texts = new Proxy<Readonly<Record<string, string>>>(MESSAGES[locale].stack, {
    get: (target, key: string) => {
      if (Object.hasOwn(target, key)) said.add(key);
      return target[key];
    },
  });
  return { phrases: { locale, texts }, said };
}

export const SPEAKERS = { fr: listening('fr'), en: listening('en') } as const;

export interface Seen {
  readonly name: string;
  readonly id: ModelId;
  readonly state: State;
  readonly stack: Stack;
}

/** Every state of a model. */
export const statesOf = (id: ModelId): readonly Seen[] =>
  everyState(MODELS[id].parameters).map((state) => ({
    name: `${id} ${Object.values(state).join(' ')}`,
    id,
    state,
    stack: MODELS[id].build(state),
  }));

/** Every state that the parameters of every model allow. */
export const EVERY_STATE: readonly Seen[] = MODEL_IDS.flatMap(statesOf);

/** The sentence of a state. */
export function sentenceOf({ says }: Stack, locale: Locale): string {
  if (!says) throw new Error('The stack says nothing.');
  return say(SPEAKERS[locale].phrases, says.key, says.values);
}

/** All that the picture says in words, the sentence apart. */
export const wordsOf = ({ layers, frames }: Stack, locale: Locale): readonly string[] =>
  [...layers, ...frames].flatMap((named) => [
    nameOf(SPEAKERS[locale].phrases, named.label),
    ...(named.note === undefined ? [] : [noteOf(SPEAKERS[locale].phrases, named)]),
  ]);

/** The words of the layer or frame with that id; `null` where the stack lacks it. */
export function wordsAt(stack: Stack, id: string, locale: Locale = 'en'): string | null {
  const named = [...stack.layers, ...stack.frames].find((one) => one.id === id);
  if (!named) return null;
  const { phrases } = SPEAKERS[locale];
  return [nameOf(phrases, named.label), noteOf(phrases, named)].filter(Boolean).join(', ');
}

/** The numbers of a text, in their order. */
export const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));

export { LOCALES };
