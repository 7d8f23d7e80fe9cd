import type { Piece } from './piece.ts';
import type { PieceKind } from './pieces.ts';

/** Every way in which a text or an edit can be wrong; each has a message `fault-…`. */
export type FaultId =
  | 'empty'
  | 'long'
  | 'sign'
  | 'open-name'
  | 'below-ground'
  | 'many'
  | 'ground'
  | 'ground-stays'
  | 'no-frame'
  | 'kernel-in-container'
  | 'homeless'
  | 'home'
  | 'carrier'
  | 'vacant'
  | 'crowded'
  | 'deep'
  | 'name-long'
  | 'name-sign'
  | 'name-word';

/** What is wrong, where, and what the message fills in. */
export interface Fault {
  readonly id: FaultId;
  /** The sign of the text, or the piece in the order of the walk. */
  readonly at: number;
  readonly piece?: Named;
  readonly other?: Named;
  /** What would do instead. */
  readonly kinds?: readonly PieceKind[];
  readonly n?: number;
  /** The sign that is in the way. */
  readonly sign?: string;
}

type Named = Pick<Piece, 'kind' | 'name'>;
