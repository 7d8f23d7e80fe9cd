import type { Locale } from '../i18n/locales.ts';
import { MESSAGES } from '../i18n/translations.ts';
import { diagram } from './catalogue.ts';
import { MODEL_IDS } from './models/catalogue.ts';
import { outline } from './outline.ts';
import { everyState, initialState, type State } from './parameters.ts';
import type { Phrases } from './phrases.ts';
import { view, type Subject, type View } from './view.ts';

type Words = Readonly<Record<string, string>>;

/** All that is said of stacks, or of the small models, in one language. */
export interface DiagramWords {
  readonly stack: Words;
  readonly title: Words;
  readonly lead: Words;
  readonly question: Words;
  readonly answer: Readonly<Record<string, Words>>;
}

/** The words of the diagram `id`. */
export const wordsOf = (id: string, locale: Locale): DiagramWords =>
  MESSAGES[locale][MODEL_IDS.some((model) => model === id) ? 'models' : 'diagrams'];

/**
 * The diagram `id` in the words of `locale`.
 * @throws Error that names the known ids, for an unknown one.
 */
export function subjectOf(id: string, locale: Locale): Subject {
  const { parameters, build } = diagram(id);
  const { stack, title } = wordsOf(id, locale);
  return { id, title: title[id] ?? id, parameters, phrases: { locale, texts: stack }, build };
}

/** The diagram in its first state: the one that is rendered, committed and shown first. */
export const firstView = (subject: Subject): View =>
  view(subject, initialState(subject.parameters));

/** Each different state once: bad combinations settle on a good one. */
export function everyView(subject: Subject): readonly View[] {
  const states = new Map<string, View>();
  for (const state of everyState(subject.parameters)) {
    const seen = view(subject, state);
    states.set(JSON.stringify(seen.state), seen);
  }
  return [...states.values()];
}

/** Of all phrases, those that some state of the diagram says: what its page must carry. */
export function spokenPhrases(subject: Subject): Phrases['texts'] {
  const { texts } = subject.phrases;
  const spoken = new Set<string>();
  const listening = new Proxy(texts, {
    get: (target, key: string) => {
      if (Object.hasOwn(target, key)) spoken.add(key);
      return target[key];
    },
  });
  const heard: Subject = { ...subject, phrases: { ...subject.phrases, texts: listening } };
  everyState(subject.parameters).forEach((state: State) => outline(view(heard, state)));
  return Object.fromEntries(Object.entries(texts).filter(([key]) => spoken.has(key)));
}
