/** What the rules of reach stand on: keys of `content/sources.yaml`, by the message of each rule. */
export const REACH_SOURCES = {
  application: ['docker-security', 'man-namespaces'],
  engine: ['docker-security'],
  kernel: ['ms-container-security', 'kubernetes-multi-tenancy', 'kata-virtualization'],
  hypervisor: ['wikipedia-venom', 'nist-800-125a'],
  hardware: ['gvisor-security'],
  confidential: ['confidential-containers'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What the rules of building stand on (see `pieces.ts` and `rules.ts`). */
const BUILD_SOURCES = [
  ...(['ms-containers-vs-vm', 'kvm-2620', 'ms-nested-virtualization'] as const),
  ...(['ms-hyperv-isolation', 'kubevirt-architecture'] as const),
] as const;

/** All sources of the bench, each once, in the order of the page. */
export const RULE_SOURCES: readonly string[] = [
  ...new Set([...Object.values(REACH_SOURCES).flat(), ...BUILD_SOURCES]),
];
