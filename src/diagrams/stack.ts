/**
 * What a layer is decides its hue, its rule of reach and its words. From the ground up; the second
 * row is what the small models are made of (see `models/`).
 */
export const LAYER_KINDS = [
  ...(['hardware', 'hypervisor', 'host-kernel', 'root-partition', 'guest-kernel'] as const),
  ...(['user-kernel', 'engine', 'libraries', 'application'] as const),
  ...(['memory', 'image', 'writable', 'filter', 'view', 'cgroup'] as const),
] as const;

export type LayerKind = (typeof LAYER_KINDS)[number];

/** What holds layers together: machines and whole hosts isolate by a gap, the others do not. */
export const FRAME_KINDS = [
  'host',
  'machine',
  'utility-vm',
  'confidential-vm',
  'pod',
  'container',
] as const;

export type FrameKind = (typeof FRAME_KINDS)[number];

/** A label names a phrase (see `phrases.ts`), so that the same stack speaks every language. */
export interface Label {
  readonly key: string;
  readonly n?: number | undefined;
  /** What else is filled into the phrase, and into the note below it. */
  readonly values?: Values;
}

export type Values = Readonly<Record<string, string | number>>;

interface Named {
  readonly id: string;
  readonly label: Label;
  /** Key of a second, smaller line. */
  readonly note?: string | undefined;
  /** The frame that it stands in. */
  readonly in: string | null;
}

export interface Layer extends Named {
  readonly kind: LayerKind;
  /** A second role: under KVM the host kernel is the hypervisor. */
  readonly also?: LayerKind | undefined;
  /** The layer that carries it; only what the picture stands on rests on nothing. */
  readonly on: string | null;
}

export interface Frame extends Named {
  readonly kind: FrameKind;
}

/** An architecture: layers that rest on each other, and the frames that hold them. */
export interface Stack {
  readonly layers: readonly Layer[];
  readonly frames: readonly Frame[];
  /** The sentence that states what one sees, where the answers alone do not name it. */
  readonly says?: { readonly key: string; readonly values?: Values };
}

export const isA = (layer: Layer, kind: LayerKind): boolean =>
  layer.kind === kind || layer.also === kind;

/** What rests directly on the layer, in source order. */
export const ridersOf = (stack: Stack, id: string): readonly Layer[] =>
  stack.layers.filter((layer) => layer.on === id);

/** The layer and what carries it, down to the ground. */
export function downFrom(stack: Stack, id: string | null): readonly Layer[] {
  const layer = stack.layers.find((candidate) => candidate.id === id);
  return layer ? [layer, ...downFrom(stack, layer.on)] : [];
}

/** The layer and all that rests on it, whatever the distance. */
export const upFrom = (stack: Stack, id: string): readonly Layer[] =>
  stack.layers.filter(({ id: other }) => downFrom(stack, other).some((below) => below.id === id));

/** The kernel that the layer calls; a kernel calls none but itself. */
export const kernelOf = (stack: Stack, id: string): Layer | undefined =>
  downFrom(stack, id).find(({ kind }) => kind.endsWith('kernel'));

/** The applications that share the kernel of the layer, itself among them. */
export function sharersOf(stack: Stack, id: string): readonly Layer[] {
  const kernel = kernelOf(stack, id)?.id;
  return stack.layers.filter(
    (layer) => layer.kind === 'application' && kernelOf(stack, layer.id)?.id === kernel,
  );
}

/** The frames around it, the innermost first. */
export function framesAround(stack: Stack, frame: string | null): readonly Frame[] {
  const found = stack.frames.find(({ id }) => id === frame);
  return found ? [found, ...framesAround(stack, found.in)] : [];
}
