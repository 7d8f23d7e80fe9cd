import { each } from './each.ts';

export type IsolationMode = 'process' | 'hyperv';

/**
 * Two Windows containers in one of the two modes of isolation [ms-hyperv-isolation]. Under Hyper-V
 * the Windows that one sees runs beside the machines, in the root partition [ms-hyperv-tlfs].
 */
const MODES = {
  process: `common(${each(2, (n) => `c${n}{libs(app)}`)}engine)`,
  hyperv: `type1(${each(2, (n) => `u${n}{own(c${n}{libs(app)})}`)}root{root-partition(engine)})`,
} as const satisfies Record<IsolationMode, string>;

export const windows = ({ mode }: { mode: IsolationMode }): string => `hardware(${MODES[mode]})`;
