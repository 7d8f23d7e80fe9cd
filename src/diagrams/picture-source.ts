import { MESSAGES } from '../i18n/translations.ts';
import type { Locale } from '../i18n/locales.ts';
import { diagram } from './catalogue.ts';
import { drawingOf, type Drawing } from './drawing.ts';
import { layoutStack, type Layout } from './layout.ts';
import { measure } from './measure.ts';
import { mermaidText } from './mermaid-text.ts';
import { WIDTHS, type Width } from './metrics.ts';
import { initialState, type State } from './parameters.ts';
import type { Phrases } from './phrases.ts';
import { heldSentence, reachIn, reachSentence, sentence } from './sentences.ts';
import type { Stack } from './stack.ts';
import type { Caption } from './svg-tree.ts';

export const phrasesOf = (locale: Locale): Phrases => ({
  locale,
  texts: MESSAGES[locale].diagrams.stack,
});

export const titleOf = (id: string, locale: Locale): string => {
  const titles: Readonly<Record<string, string>> = MESSAGES[locale].diagrams.title;
  return titles[id] ?? id;
};

/** Everything that is said and drawn of one state of a diagram in one language. */
export interface Statement {
  readonly stack: Stack;
  readonly drawing: Drawing;
  readonly title: string;
  readonly sentence: string;
  /** What an attack reaches, and what holds; empty where none is marked. */
  readonly reach: string;
  readonly mermaid: string;
}

/**
 * States the diagram `id` in `locale`, in its first state or in `state`.
 * @throws Error that names the known ids, for an unknown one.
 */
export function stateDiagram(id: string, locale: Locale, state?: State): Statement {
  const { parameters, build } = diagram(id);
  const phrases = phrasesOf(locale);
  const values = state ?? initialState(parameters);
  const stack = build(values);
  const drawing = drawingOf(stack, phrases);
  const found = reachIn(stack, values);
  const seen = sentence(phrases, id, parameters, values);
  const reach = found
    ? `${reachSentence(phrases, stack, found)} ${heldSentence(phrases, found)}`
    : '';
  const marks = found ? { hit: found.hit.id, reached: found.reached.map((layer) => layer.id) } : {};
  const title = titleOf(id, locale);
  return {
    stack,
    drawing,
    title,
    sentence: seen,
    reach,
    mermaid: mermaidText(drawing, title, `${seen} ${reach}`.trim(), marks),
  };
}

export const layoutOf = (drawing: Drawing, width: Width): Layout =>
  layoutStack(drawing, WIDTHS[width], measure);

export const captionOf = (id: string, width: Width, of: Statement): Caption => ({
  prefix: `${id}-${width}`,
  title: of.title,
  description: of.sentence,
});
