import type { FrameKind, LayerKind } from '../stack.ts';

/** What can be put on the bench, from the ground up, then what holds it. */
export type PieceKind =
  | ('hardware' | 'hypervisor' | 'host-kernel' | 'kvm' | 'guest-kernel' | 'nested')
  | ('user-kernel' | 'engine' | 'libraries' | 'application')
  | ('machine' | 'utility-vm' | 'confidential-vm' | 'pod' | 'container');

/** What a kind of piece is in the model, and where it may stand. */
export interface Trade {
  /** Its letter in the notation: small for a layer, capital for a frame. */
  readonly letter: string;
  readonly makes: LayerKind | FrameKind;
  readonly also?: LayerKind;
  /** The layers that can carry it. */
  readonly on: readonly PieceKind[];
  /** The frames that can begin with it. */
  readonly in: readonly PieceKind[];
  /** Whether it may rest on its carrier without a frame of its own. */
  readonly bare: boolean;
  /** What it is never without, and so arrives with, the lowest first. */
  readonly brings: readonly PieceKind[];
}

const KERNELS: readonly PieceKind[] = ['host-kernel', 'kvm', 'guest-kernel', 'nested'];
const HYPERVISORS: readonly PieceKind[] = ['hypervisor', 'kvm', 'nested'];
const MACHINES: readonly PieceKind[] = ['machine', 'utility-vm', 'confidential-vm'];
const WORKLOAD: readonly PieceKind[] = ['libraries', 'application'];

const piece = (
  letter: string,
  makes: LayerKind | FrameKind,
  on: readonly PieceKind[],
  more: Partial<Trade> = {},
): Trade => ({ letter, makes, on, in: [], bare: true, brings: [], ...more });

const machine = (letter: string, makes: FrameKind): Trade =>
  piece(letter, makes, HYPERVISORS, { in: ['pod'], brings: ['guest-kernel'] });

const inMachine = { in: MACHINES, bare: false };

/** Every kind, by name. What each rule says is in `rules.ts`. */
export const PIECES: Readonly<Record<PieceKind, Trade>> = {
  hardware: piece('h', 'hardware', []),
  // On the hardware it is of type 1, on a kernel of type 2.
  hypervisor: piece('v', 'hypervisor', ['hardware', 'host-kernel', 'guest-kernel']),
  'host-kernel': piece('k', 'host-kernel', ['hardware']),
  // Linux 2.6.20 made the kernel itself a hypervisor [kvm-2620].
  kvm: piece('b', 'host-kernel', ['hardware'], { also: 'hypervisor' }),
  'guest-kernel': piece('g', 'guest-kernel', HYPERVISORS, inMachine),
  // A machine that carries machines [ms-nested-virtualization].
  nested: piece('n', 'guest-kernel', HYPERVISORS, { ...inMachine, also: 'hypervisor' }),
  // The application kernel of gVisor, one for each container [gvisor-security].
  'user-kernel': piece('u', 'user-kernel', KERNELS, { in: ['container'], bare: false }),
  engine: piece('e', 'engine', KERNELS),
  libraries: piece('l', 'libraries', [...KERNELS, 'user-kernel'], { in: ['container'] }),
  application: piece('a', 'application', [...KERNELS, 'user-kernel', 'libraries'], {
    in: ['container'],
  }),
  machine: machine('M', 'machine'),
  // A machine made for one container or pod [kata-virtualization] [ms-hyperv-isolation].
  'utility-vm': machine('U', 'utility-vm'),
  // Its memory is ciphertext to all that carries it [confidential-containers].
  'confidential-vm': machine('X', 'confidential-vm'),
  pod: piece('P', 'pod', [...KERNELS, 'hypervisor'], { brings: ['container', ...WORKLOAD] }),
  container: piece('C', 'container', KERNELS, { in: ['pod'], brings: WORKLOAD }),
};

export const PIECE_KINDS = Object.keys(PIECES) as readonly PieceKind[];

/** Capital letters are frames. */
export const isFrame = (kind: PieceKind): boolean => /[A-Z]/.test(PIECES[kind].letter);

/** A kernel in its own right; that of gVisor is a program, and stands in a container. */
export const isKernel = (kind: PieceKind): boolean => KERNELS.includes(kind);

/** What a frame may begin with; nothing for a layer. */
export const beginnings = (frame: PieceKind): readonly PieceKind[] =>
  PIECE_KINDS.filter((kind) => PIECES[kind].in.includes(frame));
