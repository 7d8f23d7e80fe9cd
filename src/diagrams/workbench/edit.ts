import type { Fault } from './fault.ts';
import { tidyName } from './names.ts';
import { inOrder, namer, replace, walk, type Piece, type Place } from './piece.ts';
import { isFrame, PIECE_KINDS, PIECES, type PieceKind } from './pieces.ts';
import { faultsOf } from './rules.ts';

/** A stack after an edit and the piece that it leaves chosen, or why there is none. */
export type Edited =
  | { readonly ground: Piece; readonly chosen: string }
  | { readonly faults: readonly [Fault, ...Fault[]] };

const placeOf = (ground: Piece, id: string): Place | undefined =>
  walk(ground).find(({ piece }) => piece.id === id);

/** The layer on which one builds when one builds on the piece: in a frame, the first in it. */
export function footing(piece: Piece): Piece {
  const [first] = piece.holds;
  return isFrame(piece.kind) && first ? footing(first) : piece;
}

/** The candidate, if it can exist. */
function judged(pieces: readonly Piece[], chosen: string): Edited {
  const [ground] = pieces;
  if (!ground) return { faults: [{ id: 'ground-stays', at: 0 }] };
  const [fault, ...more] = faultsOf(ground);
  return fault ? { faults: [fault, ...more] } : { ground, chosen };
}

const idsOf = (ground: Piece) => walk(ground).map(({ piece }) => piece.id);

/** Puts a new piece, with all that it is never without, on the piece of that id. */
export function add(ground: Piece, id: string, kind: PieceKind): Edited {
  const name = namer(idsOf(ground));
  const made = [kind, ...PIECES[kind].brings].reduceRight<readonly Piece[]>(
    (holds, each) => [{ id: name(each), kind: each, name: '', holds }],
    [],
  );
  const target = placeOf(ground, id)?.piece;
  const under = target && footing(target);
  return judged(
    replace(ground, under?.id ?? '', (piece) => [
      { ...piece, holds: inOrder([...piece.holds, ...made]) },
    ]),
    made[0]?.id ?? id,
  );
}

/** Puts the piece of that id, with what rests on it, in a new frame. */
export function nest(ground: Piece, id: string, frame: PieceKind): Edited {
  const chosen = namer(idsOf(ground))(frame);
  return judged(
    replace(ground, id, (piece) => [{ id: chosen, kind: frame, name: '', holds: [piece] }]),
    chosen,
  );
}

/** Takes the frame of that id away, and leaves what stands in it. */
export function unwrap(ground: Piece, id: string): Edited {
  const piece = placeOf(ground, id)?.piece;
  const [content] = piece?.holds ?? [];
  if (!piece || !isFrame(piece.kind)) {
    return { faults: [{ id: 'no-frame', at: 0, ...(piece && { piece }) }] };
  }
  return judged(
    replace(ground, id, ({ holds }) => holds),
    content?.id ?? id,
  );
}

/** What goes when the piece of that id goes: a frame does not outlive what it begins with. */
function goesWith(place: Place): Place {
  const { parent } = place;
  return parent && isFrame(parent.piece.kind) ? goesWith(parent) : place;
}

/** Takes the piece of that id away, with all that rests on it or stands in it. */
export function remove(ground: Piece, id: string): Edited {
  const place = placeOf(ground, id);
  const going = place && goesWith(place);
  return judged(
    replace(ground, going?.piece.id ?? '', () => []),
    going?.parent?.piece.id ?? ground.id,
  );
}

/** Names the piece of that id; an empty name gives it that of its kind. */
export function rename(ground: Piece, id: string, name: string): Edited {
  return judged(
    replace(ground, id, (piece) => [{ ...piece, name: tidyName(name) }]),
    id,
  );
}

export const works = (edited: Edited): boolean => 'ground' in edited;

/** What can be added on the piece of that id, or in it. */
export const additions = (ground: Piece, id: string): readonly PieceKind[] =>
  PIECE_KINDS.filter((kind) => works(add(ground, id, kind)));

/** The frames in which the piece of that id can be put. */
export const nestings = (ground: Piece, id: string): readonly PieceKind[] =>
  PIECE_KINDS.filter((kind) => isFrame(kind) && works(nest(ground, id, kind)));

/** How many pieces go when the piece of that id goes. */
export function lossOf(ground: Piece, id: string): number {
  const place = placeOf(ground, id);
  return place ? walk(goesWith(place).piece).length : 0;
}
