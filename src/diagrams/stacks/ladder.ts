import { containers } from './containers.ts';
import { each } from './each.ts';
import { hybrid } from './hybrid.ts';

/** Two tenants, ever further apart; the last rung keeps the host out as well. */
const RUNGS = {
  process: () => 'hardware(host-kernel(libs(program1 program2)))',
  container: () => containers({ count: 2 }),
  'user-kernel': () => hybrid({ pattern: 'user-kernel', tenants: 2 }),
  'vm-each': () => hybrid({ pattern: 'vm-each', tenants: 2 }),
  computers: () => each(2, (n) => `host${n}{hardware(host-kernel(libs(app)))}`),
  confidential: () => hybrid({ pattern: 'confidential', tenants: 2 }),
} as const satisfies Readonly<Record<string, () => string>>;

export type Rung = keyof typeof RUNGS;

export const RUNG_NAMES = Object.keys(RUNGS) as readonly Rung[];

export const ladder = ({ rung }: { rung: Rung }): string => RUNGS[rung]();
