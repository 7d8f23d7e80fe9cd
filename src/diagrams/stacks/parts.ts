import type { Frame, FrameKind, Layer, LayerKind } from '../stack.ts';

interface Extras {
  readonly in?: string | null;
  readonly n?: number;
  readonly note?: string;
  readonly label?: string;
  readonly also?: LayerKind;
}

/** A layer named after its kind unless told otherwise, resting on `on`. */
export function layer(
  id: string,
  kind: LayerKind,
  on: string | null,
  { label = kind, n, in: frame = null, ...extras }: Extras = {},
): Layer {
  return { id, kind, on, in: frame, label: { key: label, n }, ...extras };
}

/** The frame number `n` of its kind. */
export function frame(
  id: string,
  kind: FrameKind,
  n: number,
  { in: parent, ...extras }: { in?: string; note?: string } = {},
): Frame {
  return { id, kind, in: parent ?? null, label: { key: kind, n }, ...extras };
}

/** What every lesson's machine ends with: libraries, and the application that loads them. */
export function workload(prefix: string, on: string, within: string | null): readonly Layer[] {
  return [
    layer(`${prefix}-app`, 'application', `${prefix}-libs`, { in: within }),
    layer(`${prefix}-libs`, 'libraries', on, { in: within }),
  ];
}

/** What is noted of a kernel that carries so many containers. */
export const sharedBy = (containers: number): { note?: string } =>
  containers > 1 ? { note: 'shared-kernel-note' } : {};

export const HARDWARE = layer('hardware', 'hardware', null, { note: 'hardware-note' });

/** 1 … `count`. */
export const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);
