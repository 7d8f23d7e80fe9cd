import { nameOf, noteOf, type Phrases } from './phrases.ts';
import type { Frame, FrameKind, Layer, LayerKind, Stack } from './stack.ts';

/** A layer as it is drawn: finished words, and what it rests on and stands in. */
export interface Plate {
  readonly id: string;
  readonly kind: LayerKind;
  readonly label: string;
  readonly note: string;
  readonly on: string | null;
  readonly in: string | null;
}

export interface Box extends Omit<Plate, 'kind' | 'on'> {
  readonly kind: FrameKind;
}

/** What the layout needs to know; a stack has it, and so has a parsed Mermaid text. */
export interface Drawing {
  readonly plates: readonly Plate[];
  readonly boxes: readonly Box[];
}

/** The stack in the words of one language. */
export function drawingOf({ layers, frames }: Stack, phrases: Phrases): Drawing {
  const inWords = <Named extends Layer | Frame>(named: Named) => ({
    ...named,
    label: nameOf(phrases, named.label),
    note: noteOf(phrases, named),
  });
  return { plates: layers.map(inWords), boxes: frames.map(inWords) };
}
