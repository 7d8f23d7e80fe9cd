import type { Locale } from '../i18n/locales.ts';
import { MESSAGES } from '../i18n/translations.ts';
import { diagram } from './catalogue.ts';
import { everyState, initialState, type State } from './parameters.ts';
import type { Phrases } from './phrases.ts';
import { view, type Subject, type View } from './view.ts';

/**
 * The diagram `id` in the words of `locale`.
 * @throws Error that names the known ids, for an unknown one.
 */
export function subjectOf(id: string, locale: Locale): Subject {
  const { stack, title } = MESSAGES[locale].diagrams;
  const titles: Readonly<Record<string, string>> = title;
  return { ...diagram(id), id, title: titles[id] ?? id, phrases: { locale, texts: stack } };
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
  everyState(subject.parameters).forEach((state: State) => view(heard, state));
  return Object.fromEntries(Object.entries(texts).filter(([key]) => spoken.has(key)));
}
