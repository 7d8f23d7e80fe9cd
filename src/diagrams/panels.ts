/** What lies in closed panels, fetched when one is opened, or when it is to be copied. */
import type French from '../../content/messages/fr/layers.json';
import { mermaidText } from './mermaid-text.ts';
import type { FrameKind, LayerKind } from './stack.ts';
import type { View } from './view.ts';

const ABOUT: Readonly<Record<string, () => Promise<{ default: typeof French }>>> = {
  fr: () => import('../../content/messages/fr/layers.json'),
  en: () => import('../../content/messages/en/layers.json'),
};

/** What the layer or frame of that id is, in one or two sentences. */
export async function aboutLayer({ stack, phrases }: View, id: string): Promise<string> {
  const about = await ABOUT[phrases.locale]?.();
  const kind: LayerKind | FrameKind | undefined = [...stack.layers, ...stack.frames].find(
    (named) => named.id === id,
  )?.kind;
  return (kind && about?.default[kind]) ?? '';
}

/** The Mermaid text of what a page shows. */
export const sourceOf = (shown: View): string => mermaidText(shown);
