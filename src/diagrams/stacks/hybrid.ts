import type { Frame, Layer, Stack } from '../stack.ts';
import { frame, HARDWARE, layer, numbers, sharedBy, workload } from './parts.ts';

export type Pattern = 'shared-vm' | 'vm-each' | 'both';

type Part = readonly [frames: readonly Frame[], layers: readonly Layer[]];

/** A machine whose kernel all the given containers share. */
const sharedMachine = (containers: readonly number[]): Part => [
  [
    frame('vm1', 'machine', 1),
    ...containers.map((n) => frame(`c${n}`, 'container', n, { in: 'vm1' })),
  ],
  [
    ...containers.flatMap((n) => workload(`c${n}`, 'vm1-kernel', `c${n}`)),
    layer('vm1-kernel', 'guest-kernel', 'hypervisor', {
      in: 'vm1',
      ...sharedBy(containers.length),
    }),
  ],
];

/** A small machine that exists for one container. */
const utilityMachine = (n: number): Part => [
  [frame(`u${n}`, 'utility-vm', n), frame(`c${n}`, 'container', n, { in: `u${n}` })],
  [
    ...workload(`c${n}`, `u${n}-kernel`, `c${n}`),
    layer(`u${n}-kernel`, 'guest-kernel', 'hypervisor', { in: `u${n}`, label: 'own-kernel' }),
  ],
];

/** A machine that has nothing to do with the containers: what does an attack leave it? */
const NEIGHBOR: Part = [
  [frame('vm2', 'machine', 2)],
  [
    ...workload('vm2', 'vm2-kernel', 'vm2'),
    layer('vm2-kernel', 'guest-kernel', 'hypervisor', { in: 'vm2' }),
  ],
];

const PARTS = {
  'shared-vm': (tenants) => [sharedMachine(tenants), NEIGHBOR],
  'vm-each': (tenants) => tenants.map(utilityMachine),
  both: (tenants) => [
    sharedMachine(tenants.slice(0, -1)),
    ...tenants.slice(-1).map(utilityMachine),
  ],
} as const satisfies Record<Pattern, (tenants: readonly number[]) => readonly Part[]>;

/** `tenants` containers, each of another tenant, combined with machines after the pattern. */
export function hybrid({ pattern, tenants }: { pattern: Pattern; tenants: number }): Stack {
  const parts = PARTS[pattern](numbers(tenants));
  return {
    frames: parts.flatMap(([frames]) => frames),
    layers: [
      ...parts.flatMap(([, layers]) => layers),
      layer('hypervisor', 'hypervisor', 'hardware', { note: 'hypervisor-1-note' }),
      HARDWARE,
    ],
  };
}
