import { each } from './each.ts';

export type HypervisorType = '1' | '2' | 'kvm';

/** What stands between the guests and the hardware. */
const GROUNDS = {
  '1': (guests) => `type1(${guests})`,
  // A hypervisor of type 2 is one program of the host among others: they are drawn beside it.
  '2': (guests) => `host-kernel(type2(${guests})programs)`,
  kvm: (guests) => `kvm(${guests})`,
} as const satisfies Record<HypervisorType, (guests: string) => string>;

/** `guests` machines, each with a kernel of its own, on a hypervisor of the given type. */
export const virtual = ({ guests, type }: { guests: number; type: HypervisorType }): string =>
  `hardware(${GROUNDS[type](each(guests, (n) => `vm${n}{kernel(libs(app))}`))})`;
