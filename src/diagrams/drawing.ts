import { nameOf, say, type Phrases } from './phrases.ts';
import type { FrameKind, LayerKind, Stack } from './stack.ts';

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
export function drawingOf(stack: Stack, phrases: Phrases): Drawing {
  const words = ({ label, note }: Stack['layers'][number] | Stack['frames'][number]) => ({
    label: nameOf(phrases, label),
    note: note === undefined ? '' : say(phrases, note),
  });
  return {
    plates: stack.layers.map((layer) => ({
      id: layer.id,
      kind: layer.kind,
      on: layer.on,
      in: layer.in,
      ...words(layer),
    })),
    boxes: stack.frames.map((frame) => ({
      id: frame.id,
      kind: frame.kind,
      in: frame.in,
      ...words(frame),
    })),
  };
}
