import { say, type Phrases } from '../phrases.ts';
import type { Fault } from './fault.ts';
import type { Piece } from './piece.ts';
import type { PieceKind } from './pieces.ts';

/** What a kind is called, without a number. */
export const kindName = (phrases: Phrases, kind: PieceKind): string => say(phrases, kind).trim();

/** What is wrong and how to mend it, in words. */
export function faultText(phrases: Phrases, fault: Fault): string {
  const { id, piece, other, kinds = [], n = '', sign = '' } = fault;
  const named = (it: Pick<Piece, 'kind' | 'name'> | undefined) =>
    it ? it.name || kindName(phrases, it.kind) : '';
  return say(phrases, `fault-${id}`, {
    n,
    sign,
    piece: named(piece),
    other: named(other),
    kinds: kinds.map((kind) => kindName(phrases, kind)).join(', '),
  });
}
