import { isFrame, type PieceKind } from './pieces.ts';

/** A stack while it is built: a tree, each piece with what rests on it or stands in it. */
export interface Piece {
  /** Stays with the piece through all edits, so that pictures can move it. */
  readonly id: string;
  readonly kind: PieceKind;
  /** What its maker calls it; empty for the name of its kind. */
  readonly name: string;
  readonly holds: readonly Piece[];
}

/** A piece and where it stands. */
export interface Place {
  readonly piece: Piece;
  readonly parent: Place | undefined;
  /** How many pieces are below it. */
  readonly depth: number;
}

/** All pieces from the ground up, each before what it holds. */
export function walk(ground: Piece): readonly Place[] {
  const places: Place[] = [];
  const visit = (piece: Piece, parent: Place | undefined): void => {
    const place = { piece, parent, depth: parent ? parent.depth + 1 : 0 };
    places.push(place);
    piece.holds.forEach((held) => visit(held, place));
  };
  visit(ground, undefined);
  return places;
}

/** The layer that carries the place: the nearest below it that is no frame. */
export function carrierOf({ parent }: Place): Place | undefined {
  return parent && isFrame(parent.piece.kind) ? carrierOf(parent) : parent;
}

/** The frame that begins with the place. */
export const homeOf = ({ parent }: Place): Piece | undefined =>
  parent && isFrame(parent.piece.kind) ? parent.piece : undefined;

/** Framed pieces stand before bare ones, as in the Mermaid text, whose frames come first. */
export const inOrder = (holds: readonly Piece[]): readonly Piece[] => [
  ...holds.filter(({ kind }) => isFrame(kind)),
  ...holds.filter(({ kind }) => !isFrame(kind)),
];

/** A copy in which `change` replaces the piece of that id by what it answers. */
export function replace(
  piece: Piece,
  id: string,
  change: (found: Piece) => readonly Piece[],
): readonly Piece[] {
  if (piece.id === id) return change(piece);
  return [{ ...piece, holds: inOrder(piece.holds.flatMap((held) => replace(held, id, change))) }];
}

/** Gives ids that are not `taken`: the kind, and a number. */
export function namer(taken: readonly string[] = []): (kind: PieceKind) => string {
  const all = [...taken];
  const free = (kind: PieceKind, number: number): string => {
    const id = `${kind}-${number}`;
    return all.includes(id) ? free(kind, number + 1) : id;
  };
  return (kind) => {
    const id = free(kind, 1);
    all.push(id);
    return id;
  };
}

/** The same in order, and with ids in the order of the walk: what a reader of its text gets. */
export function settled(ground: Piece): Piece {
  const name = namer();
  const visit = (piece: Piece): Piece => ({
    ...piece,
    id: name(piece.kind),
    holds: inOrder(piece.holds).map(visit),
  });
  return visit(ground);
}
