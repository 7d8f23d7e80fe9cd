import type { Frame, FrameKind, Label, Layer, LayerKind, Stack } from '../stack.ts';
import { carrierOf, walk, type Piece, type Place } from './piece.ts';
import { isFrame, PIECES } from './pieces.ts';

/** The frame that the place stands in. */
const frameOf = ({ parent }: Place): string | null =>
  parent === undefined ? null : isFrame(parent.piece.kind) ? parent.piece.id : frameOf(parent);

/** A second line, where the kind of a piece or its place needs one. */
function noteOf({ piece, parent }: Place): string | undefined {
  const notes: Readonly<Record<string, string>> = {
    hardware: 'hardware-note',
    hypervisor: `hypervisor-${parent?.piece.kind === 'hardware' ? 1 : 2}-note`,
    kvm: 'kvm-note',
    nested: 'kvm-note',
    'user-kernel': 'sentry-note',
  };
  return notes[piece.kind];
}

/** The stack that stands on the bench, in the model that is drawn, told and questioned. */
export function stackOfPieces(ground: Piece): Stack {
  const layers: Layer[] = [];
  const frames: Frame[] = [];
  const counts = new Map<string, number>();
  for (const place of walk(ground)) {
    const { id, kind, name } = place.piece;
    const { makes, also } = PIECES[kind];
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    const own: Label = { key: 'own-name', values: { name } };
    const inside = frameOf(place);
    if (isFrame(kind)) {
      const label = name === '' ? { key: kind, n } : own;
      frames.push({ id, kind: makes as FrameKind, in: inside, label });
      continue;
    }
    const note = noteOf(place);
    layers.push({
      id,
      kind: makes as LayerKind,
      on: carrierOf(place)?.piece.id ?? null,
      in: inside,
      label: name === '' ? { key: kind } : own,
      ...(note === undefined ? {} : { note }),
      ...(also === undefined ? {} : { also }),
    });
  }
  return { layers, frames };
}
