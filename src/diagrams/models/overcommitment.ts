/**
 * GiB that a host keeps for its own system: Red Hat's rule for KVM, the sum of the guests' memory
 * plus 4 GB (Virtualization Administration Guide 6, “Overcommitting with KVM”).
 */
export const KEPT_BY_HOST = 4;

export interface Machines {
  /** GiB that the host has. */
  readonly memory: number;
  readonly machines: number;
  /** GiB promised to each machine. */
  readonly promise: number;
  /** Per cent of the promise that each machine uses. */
  readonly use: number;
}

/** `kept`: every promise can be kept; `bet`: not all, but what is used fits; `short`: it does not. */
export type Outcome = 'kept' | 'bet' | 'short';

export interface Balance {
  readonly outcome: Outcome;
  /** GiB promised to all machines, and GiB that all of them use. */
  readonly promised: number;
  readonly used: number;
  /** GiB in use by one machine. */
  readonly usedByEach: number;
  /** GiB that the host can give. */
  readonly free: number;
  /** GiB that the host must take back or move to disk. */
  readonly over: number;
}

/** What a host that has promised memory to machines must do when they use so much of it. */
export function balance({ memory, machines, promise, use }: Machines): Balance {
  const free = memory - KEPT_BY_HOST;
  const usedByEach = (promise * use) / 100;
  const promised = machines * promise;
  const used = machines * usedByEach;
  const fits = used <= free ? 'bet' : 'short';
  return {
    outcome: promised <= free ? 'kept' : fits,
    promised,
    used,
    usedByEach,
    free,
    over: Math.max(0, used - free),
  };
}
