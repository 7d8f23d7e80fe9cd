import type { Fault, FaultId } from './fault.ts';
import { LIMITS } from './limits.ts';
import { nameFault } from './names.ts';
import { carrierOf, homeOf, walk, type Piece, type Place } from './piece.ts';
import { beginnings, isFrame, isKernel, PIECES } from './pieces.ts';

type Finding = Omit<Fault, 'id' | 'at' | 'piece'>;

/** How many layers rest on each other up to the place. */
const layersUpTo = (place: Place | undefined): number =>
  place ? layersUpTo(place.parent) + (isFrame(place.piece.kind) ? 0 : 1) : 0;

/** What makes a stack one that can exist: each rule answers what it finds wrong at a place. */
const RULES: Readonly<Partial<Record<FaultId, (place: Place) => Finding | undefined>>> = {
  // All stands on one computer.
  ground: ({ piece, parent }) =>
    (parent === undefined) === (piece.kind === 'hardware') ? undefined : {},
  // A container brings its libraries, never a kernel [ms-containers-vs-vm].
  'kernel-in-container': (place) =>
    isKernel(place.piece.kind) && homeOf(place)?.kind === 'container' ? {} : undefined,
  // The kernel of a guest is in a machine.
  homeless: (place) => {
    const { bare, in: kinds } = PIECES[place.piece.kind];
    return bare || homeOf(place) ? undefined : { kinds };
  },
  // A machine begins with its own kernel, a container with what it runs, a pod with containers.
  home: (place) => {
    const other = homeOf(place);
    return !other || PIECES[place.piece.kind].in.includes(other.kind)
      ? undefined
      : { other, kinds: beginnings(other.kind) };
  },
  // A kernel rests on the hardware or on a hypervisor, a program on a kernel or its libraries.
  carrier: (place) => {
    const { on: kinds } = PIECES[place.piece.kind];
    const other = carrierOf(place)?.piece;
    return !other || kinds.includes(other.kind) ? undefined : { other, kinds };
  },
  vacant: ({ piece: { kind, holds } }) =>
    isFrame(kind) && holds.length === 0 ? { kinds: beginnings(kind) } : undefined,
  // The second goes on the kernel in the frame, or in a frame of its own.
  crowded: ({ piece: { kind, holds } }) => (isFrame(kind) && holds.length > 1 ? {} : undefined),
  deep: (place) => (layersUpTo(place) > LIMITS.depth ? { n: LIMITS.depth } : undefined),
};

const broken = Object.entries(RULES) as readonly [FaultId, (place: Place) => Finding | undefined][];

/** The first thing wrong at a place. */
function faultAt(place: Place, at: number): Fault | undefined {
  const { piece } = place;
  for (const [id, rule] of broken) {
    const found = rule(place);
    if (found) return { id, at, piece, ...found };
  }
  const named = nameFault(piece.name);
  return named && { ...named, at, piece };
}

/** All that is wrong with a stack, at most once a piece; nothing for one that can exist. */
export function faultsOf(ground: Piece): readonly Fault[] {
  const places = walk(ground);
  const layers = places.filter(({ piece }) => !isFrame(piece.kind)).length;
  if (layers > LIMITS.layers) return [{ id: 'many', at: places.length - 1, n: LIMITS.layers }];
  return places.flatMap((place, at) => faultAt(place, at) ?? []);
}
