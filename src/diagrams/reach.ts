import { downFrom, isA, upFrom, type Layer, type LayerKind, type Stack } from './stack.ts';

/** What a flaw in one layer gives an attacker directly, without a second flaw. */
export interface Reach {
  readonly hit: Layer;
  /** Reached layers, the hit one among them, in source order. */
  readonly reached: readonly Layer[];
  /** The layer that keeps the attacker from going down; none when the ground itself fell. */
  readonly held: Layer | undefined;
}

type Rule = (stack: Stack, hit: Layer) => readonly Layer[];

/** Stays where it is: the content of its container or machine, under the rights it has. */
const withinItsFrame: Rule = (stack, hit) =>
  stack.layers.filter(
    (layer) =>
      layer.id === hit.id ||
      (hit.in !== null && layer.in === hit.in && layer.kind !== 'guest-kernel'),
  );

/** All that rests on it, directly or not. */
const upwards: Rule = (stack, hit) => upFrom(stack, hit.id);

/** Who commands the engine is root on its kernel; from there, the kernel's rule. */
const throughItsKernel: Rule = (stack, hit) => upFrom(stack, hit.on ?? hit.id);

const RULES: Readonly<Record<LayerKind, Rule>> = {
  // A container isolates its processes from the others; a kernel guards the rights of each.
  // Docker, Docker Engine security [docker-security]; namespaces(7) [man-namespaces].
  application: withinItsFrame,
  // A library runs with the rights of the program that loads it, and no others.
  libraries: (stack, hit) => [...withinItsFrame(stack, hit), ...upwards(stack, hit)],
  // Docker's daemon runs as root: only trusted users may control it [docker-security].
  engine: throughItsKernel,
  // Containers share the kernel: one flaw of it reaches them all; a machine has its own.
  // Microsoft, Secure Windows containers [ms-container-security]; Kubernetes, Multi-tenancy
  // [kubernetes-multi-tenancy]; Kata, Virtualization [kata-virtualization].
  'guest-kernel': upwards,
  // Everything that the host runs calls this kernel; under KVM, the machines too [kvm-2620].
  'host-kernel': upwards,
  // VENOM (CVE-2015-3456): from one guest into the hypervisor, and so to the others
  // [wikipedia-venom]; NIST SP 800-125A [nist-800-125a]. A hypervisor of type 2 is a program:
  // its host's kernel still guards the host.
  hypervisor: upwards,
  // Flaws of processors (L1TF and others) cross every frame [gvisor-security].
  hardware: upwards,
};

/** The layer of the kind `hit` on the path down from the application number `at`, or any of it. */
export function hitLayer(stack: Stack, hit: string, at: number): Layer | undefined {
  const path = downFrom(stack, places(stack)[at - 1]?.id ?? null);
  const fits = (layer: Layer) => isA(layer, hit as LayerKind);
  return path.find(fits) ?? stack.layers.find(fits);
}

/** The places from which an attack can start: the applications that stand in a frame. */
export const places = (stack: Stack): readonly Layer[] =>
  stack.layers.filter(({ kind, in: frame }) => kind === 'application' && frame !== null);

/** What a flaw in `hit` reaches, by the rule of its kind. Directly: a second flaw may go on. */
export function reach(stack: Stack, hit: Layer): Reach {
  const found = RULES[hit.kind](stack, hit);
  const reached = stack.layers.filter((layer) => found.includes(layer));
  return {
    hit,
    reached,
    held: downFrom(stack, hit.id).find((layer) => !reached.includes(layer)),
  };
}
