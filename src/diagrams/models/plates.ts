import type { Frame, FrameKind, Layer, LayerKind, Stack, Values } from '../stack.ts';

interface Extras {
  /** The frame that it stands in. */
  readonly in?: string | undefined;
  /** Key of the second line. */
  readonly note?: string | undefined;
  /** What the phrases of the name and of the note are filled in with. */
  readonly values?: Values;
}

const named = (id: string, key: string, { in: frame, note, values }: Extras) => ({
  id,
  label: { key, ...(values && { values }) },
  in: frame ?? null,
  ...(note && { note }),
});

/** A layer called by the phrase `key`, resting on `on`; a ground rests on nothing. */
export const plate = (
  id: string,
  kind: LayerKind,
  on: string | null,
  key: string,
  extras: Extras = {},
): Layer => ({ ...named(id, key, extras), kind, on });

/** A frame titled by the phrase `key`. */
export const box = (id: string, kind: FrameKind, key: string, extras: Extras = {}): Frame => ({
  ...named(id, key, extras),
  kind,
});

/** Frames and layers of a stack that others complete. */
export type Part = Pick<Stack, 'frames' | 'layers'>;

/**
 * Parts put together, and the sentence `key` that says what they show. What stands in frames comes
 * first, frame by frame: the order in which a Mermaid text names layers, and so lays them out.
 */
export function assemble(key: string, values: Values, ...parts: readonly Part[]): Stack {
  const frames = parts.flatMap((part) => part.frames);
  const layers = parts.flatMap((part) => part.layers);
  const inside = (frame: string | null): readonly Layer[] => [
    ...frames.filter((box) => box.in === frame).flatMap(({ id }) => inside(id)),
    ...layers.filter((layer) => layer.in === frame),
  ];
  return { frames, layers: inside(null), says: { key, values } };
}
