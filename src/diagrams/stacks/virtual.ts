import type { Layer, Stack } from '../stack.ts';
import { frame, HARDWARE, layer, numbers, workload } from './parts.ts';

export type HypervisorType = '1' | '2' | 'kvm';

/** What stands between the guests and the hardware; the first layer carries the guests. */
const GROUNDS = {
  '1': [layer('hypervisor', 'hypervisor', 'hardware', { note: 'hypervisor-1-note' })],
  // A hypervisor of type 2 is one program of the host among others: they are drawn beside it.
  '2': [
    layer('hypervisor', 'hypervisor', 'host-kernel', { note: 'hypervisor-2-note' }),
    layer('host-app', 'application', 'host-kernel', { label: 'host-programs' }),
    layer('host-kernel', 'host-kernel', 'hardware'),
  ],
  // Linux 2.6.20 (2007) made the kernel itself a hypervisor: one plate, two roles.
  kvm: [
    layer('host-kernel', 'host-kernel', 'hardware', {
      also: 'hypervisor',
      label: 'kvm',
      note: 'kvm-note',
    }),
  ],
} as const satisfies Record<HypervisorType, readonly [Layer, ...Layer[]]>;

/** `guests` machines, each with a kernel of its own, on a hypervisor of the given type. */
export function virtual({ guests, type }: { guests: number; type: HypervisorType }): Stack {
  const ground = GROUNDS[type];
  return {
    frames: numbers(guests).map((n) => frame(`vm${n}`, 'machine', n)),
    layers: [
      ...numbers(guests).flatMap((n) => [
        ...workload(`vm${n}`, `vm${n}-kernel`, `vm${n}`),
        layer(`vm${n}-kernel`, 'guest-kernel', ground[0].id, { in: `vm${n}` }),
      ]),
      ...ground,
      HARDWARE,
    ],
  };
}
