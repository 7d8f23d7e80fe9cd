import { downFrom, framesAround, upFrom, type Layer, type LayerKind, type Stack } from './stack.ts';

/** What a flaw in one layer gives an attacker directly, without a second flaw. */
export interface Reach {
  readonly hit: Layer;
  /** Reached layers, the hit one among them, in source order. */
  readonly reached: readonly Layer[];
  /** The layer that keeps the attacker from going down; none when the ground itself fell. */
  readonly held: Layer | undefined;
  /** Whether something above withstood what carries it: a confidential machine. */
  readonly sealed: boolean;
}

type Rule = (stack: Stack, hit: Layer) => readonly Layer[];

/** Stays where it is: the content of its container or machine, under the rights it has. */
const withinItsFrame: Rule = (stack, hit) =>
  stack.layers.filter(
    (layer) =>
      layer.id === hit.id ||
      (hit.in !== null && layer.in === hit.in && !layer.kind.endsWith('kernel')),
  );

/** All that rests on it, directly or not. */
const upwards: Rule = (stack, hit) => upFrom(stack, hit.id);

const ruleOf = ({ kind }: Layer): Rule => RULES[kind] ?? upwards;

/** Who commands the engine is root on its kernel; from there, the kernel's rule. */
const throughItsKernel: Rule = (stack, hit) =>
  stack.layers.filter(({ id }) => id === hit.on).flatMap((kernel) => ruleOf(kernel)(stack, kernel));

/** What is not told apart here gives all that rests on it. */
const RULES: Readonly<Partial<Record<LayerKind, Rule>>> = {
  // A container isolates its processes from the others; a kernel guards the rights of each.
  // Docker, Docker Engine security [docker-security]; namespaces(7) [man-namespaces].
  application: withinItsFrame,
  // A library runs with the rights of the program that loads it, and no others.
  libraries: (stack, hit) => [...withinItsFrame(stack, hit), ...upwards(stack, hit)],
  // Docker's daemon runs as root: only trusted users may control it [docker-security].
  engine: throughItsKernel,
  // The root partition gives the other partitions memory and devices, and creates them; the
  // hypervisor below it holds [ms-hyperv-tlfs].
  'root-partition': (stack, hit) =>
    upFrom(stack, hit.on ?? hit.id).filter(({ id }) => id !== hit.on),
  // All that is left is `upwards`:
  // - A kernel, of a guest or a host: containers share it, so that one flaw of it reaches them all;
  //   a machine has its own. Microsoft, Secure Windows containers [ms-container-security];
  //   Kubernetes, Multi-tenancy [kubernetes-multi-tenancy]; Kata, Virtualization
  //   [kata-virtualization]. Under KVM the machines rest on the host's kernel too [kvm-2620].
  // - The application kernel of gVisor: one for each container, a program that the host's kernel
  //   holds with a narrow filter [gvisor-security].
  // - A hypervisor: VENOM (CVE-2015-3456) led from one guest into it, and so to the others
  //   [wikipedia-venom]; NIST SP 800-125A [nist-800-125a]. One of type 2 is a program: its host's
  //   kernel still guards the host.
  // - The hardware: flaws of processors (L1TF and others) cross every frame [gvisor-security].
};

/** The confidential machine around the layer: what is in it is ciphertext to all that carries it. */
const sealOf = (stack: Stack, { in: frame }: Layer): string | undefined =>
  framesAround(stack, frame).find(({ kind }) => kind === 'confidential-vm')?.id;

/**
 * The layer that `hit` names on the path down from the application number `at`, or anywhere: by its
 * kind, or as `kernel`, the one that the application calls, or as `carrier`, what that one rests on.
 */
export function hitLayer(stack: Stack, hit: string, at: number): Layer | undefined {
  const path = downFrom(stack, places(stack)[at - 1]?.id ?? null);
  const kernel = path.findIndex(({ kind }) => kind.endsWith('kernel'));
  const fits = ({ kind, also }: Layer) => kind === hit || also === hit;
  return (
    path[{ kernel, carrier: kernel + 1 }[hit] ?? -1] ?? path.find(fits) ?? stack.layers.find(fits)
  );
}

/** The places from which an attack can start: the applications that stand in a frame. */
export const places = (stack: Stack): readonly Layer[] =>
  stack.layers.filter(({ kind, in: frame }) => kind === 'application' && frame !== null);

/**
 * What a flaw in `hit` reaches, by the rule of its kind. Directly: a second flaw may go on. A
 * confidential machine withstands what carries it, but for the processor that encrypts its memory
 * [confidential-containers].
 */
export function reach(stack: Stack, hit: Layer): Reach {
  const found = ruleOf(hit)(stack, hit);
  const withstands = (layer: Layer) => {
    const seal = sealOf(stack, layer);
    return hit.kind !== 'hardware' && seal !== undefined && seal !== sealOf(stack, hit);
  };
  const reached = stack.layers.filter((layer) => found.includes(layer) && !withstands(layer));
  return {
    hit,
    reached,
    // Libraries guard nothing: they run with the rights of who loads them.
    held: downFrom(stack, hit.id).find(
      (layer) => layer.kind !== 'libraries' && !reached.includes(layer),
    ),
    sealed: found.some(withstands),
  };
}
