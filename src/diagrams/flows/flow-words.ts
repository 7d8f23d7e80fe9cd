import type { Locale } from '../../i18n/locales.ts';
import { MESSAGES } from '../../i18n/translations.ts';
import type { Width } from '../metrics.ts';
import type { FlowCase } from './flow.ts';
import { flowMermaid } from './flow-mermaid.ts';

type Texts = Readonly<Record<string, string>>;

/** What is said of one picture of a flow, in one language. */
export interface FlowWords {
  readonly title: string;
  /** The sentence that says what is seen. */
  readonly sentence: string;
  readonly label: (id: string) => string;
  readonly step: (id: string) => string;
  /** A question in full, where its label is short. */
  readonly ask: (id: string) => string;
}

function looker(texts: Texts | undefined, name: string): (key: string) => string {
  return (key) => {
    const text = texts?.[key];
    if (text === undefined) throw new Error(`No text: flows:${name}.${key}`);
    return text;
  };
}

/**
 * The words of the picture `id`.
 * @throws Error that names the text that the language lacks, once it is asked for.
 */
export function flowWords(id: string, locale: Locale): FlowWords {
  const { title, picture, sentence, label, step, ask } = MESSAGES[locale].flows;
  const [labels, steps]: Readonly<Record<string, Texts>>[] = [label, step];
  return {
    // One of several pictures has a title of its own.
    title: looker({ ...title, ...picture }, 'title')(id),
    sentence: looker(sentence, 'sentence')(id),
    label: looker(labels?.[id], `label.${id}`),
    step: looker(steps?.[id], `step.${id}`),
    ask: looker(ask, 'ask'),
  };
}

/** The text that Mermaid draws, in the words of `locale`. */
export function mermaidOf({ id, model }: FlowCase, locale: Locale, width: Width): string {
  const { title, sentence, label } = flowWords(id, locale);
  return flowMermaid(model, width, { title, description: sentence.replaceAll('`', ''), label });
}
