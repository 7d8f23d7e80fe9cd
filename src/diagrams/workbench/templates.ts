import { framesAround, type Frame, type Layer, type Stack } from '../stack.ts';
import { stackOf } from '../stack-of.ts';
import { containers } from '../stacks/containers.ts';
import { hybrid } from '../stacks/hybrid.ts';
import { virtual } from '../stacks/virtual.ts';
import { settled, type Piece } from './piece.ts';
import { PIECE_KINDS, PIECES, type PieceKind } from './pieces.ts';

/** The kind of piece that a layer or frame of the model is. */
function kindOf(named: Layer | Frame): PieceKind {
  const also = 'also' in named ? named.also : undefined;
  const found = PIECE_KINDS.find(
    (kind) => PIECES[kind].makes === named.kind && PIECES[kind].also === also,
  );
  if (found === undefined) throw new Error(`${named.id}: there is no piece for \`${named.kind}\`.`);
  return found;
}

/**
 * A stack of the model as pieces, under the names of their kinds.
 * @throws Error for a layer that the bench has not, and for a stack without a ground.
 */
export function piecesOf(stack: Stack): Piece {
  const piece = (layer: Layer): Piece => {
    const around = framesAround(stack, layer.in);
    const holds = stack.layers
      .filter(({ on }) => on === layer.id)
      .map((rider) =>
        framesAround(stack, rider.in)
          .filter((frame) => !around.includes(frame))
          .reduce<Piece>(
            (inside, frame) => ({ id: frame.id, kind: kindOf(frame), name: '', holds: [inside] }),
            piece(rider),
          ),
      );
    return { id: layer.id, kind: kindOf(layer), name: '', holds };
  };
  const ground = stack.layers.find(({ on }) => on === null);
  if (!ground) throw new Error('The stack stands on nothing.');
  return settled(piece(ground));
}

/** What one can start from, by name; built by the same functions as the pictures of the lessons. */
export const TEMPLATES = {
  machine: () => stackOf(virtual({ guests: 1, type: '1' })),
  containers: () => stackOf(containers({ count: 3 })),
  'shared-vm': () => stackOf(hybrid({ pattern: 'shared-vm', tenants: 2 })),
  'vm-each': () => stackOf(hybrid({ pattern: 'vm-each', tenants: 3 })),
} as const satisfies Readonly<Record<string, () => Stack>>;

export type TemplateId = keyof typeof TEMPLATES;

export const TEMPLATE_IDS = Object.keys(TEMPLATES) as readonly TemplateId[];
