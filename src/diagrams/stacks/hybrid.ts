import { each } from './each.ts';

/** A container, on whatever carries it. */
const container = (n: number) => `c${n}{libs(app)}`;

/** A machine that has nothing to do with the containers: what does an attack leave it? */
const NEIGHBOR = 'vm2{kernel(libs(app))}';

const sharedMachine = (tenants: number) =>
  `vm1{${tenants > 1 ? 'shared' : 'kernel'}(${each(tenants, container)})}`;
const utilityMachine = (n: number) => `u${n}{own(${container(n)})}`;

/** What rests on the hardware, for so many tenants. */
const PATTERNS = {
  both: (tenants) => `type1(${sharedMachine(tenants - 1)}${utilityMachine(tenants)})`,
  // Cloud nodes, Docker Desktop, WSL 2.
  'shared-vm': (tenants) => `type1(${sharedMachine(tenants)}${NEIGHBOR})`,
  // Hyper-V isolation [ms-hyperv-isolation]; Kata Containers [kata-virtualization].
  'vm-each': (tenants) => `type1(${each(tenants, utilityMachine)})`,
  // gVisor answers system calls by a kernel of its own, a program of the host [gvisor-security].
  'user-kernel': (tenants) =>
    `host-kernel(${each(tenants, (n) => `c${n}{sentry(libs(app))}`)}engine)`,
  // KubeVirt: a pod starts a machine [kubevirt-architecture].
  'vm-in-pod': (tenants) => `kvm(${each(tenants, (n) => `p${n}{vm${n}{kernel(libs(app))}}`)})`,
  // Pods in machines whose memory the host cannot read [confidential-containers].
  confidential: (tenants) => `type1(${each(tenants, (n) => `x${n}{own(${container(n)})}`)})`,
  // A machine that carries machines: its kernel is their hypervisor [ms-nested-virtualization].
  nested: (tenants) => `type1(vm1{nested(${each(tenants, utilityMachine)})}${NEIGHBOR})`,
} as const satisfies Readonly<Record<string, (tenants: number) => string>>;

export type Pattern = keyof typeof PATTERNS;

export const PATTERN_NAMES = Object.keys(PATTERNS) as readonly Pattern[];

/** `tenants` containers, each of another tenant, combined with machines after the pattern. */
export const hybrid = ({ pattern, tenants }: { pattern: Pattern; tenants: number }): string =>
  `hardware(${PATTERNS[pattern](tenants)})`;
