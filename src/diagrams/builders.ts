import type { State } from './parameters.ts';
import type { Stack } from './stack.ts';
import { containers } from './stacks/containers.ts';
import { hybrid, type Pattern } from './stacks/hybrid.ts';
import { virtual, type HypervisorType } from './stacks/virtual.ts';

/** From the answers of a diagram to its stack. States come validated (see `parameters.ts`). */
export type Build = (state: State) => Stack;

/** What the page must be able to build anew: the diagrams that can be questioned. */
export const BUILDERS = {
  virtual: ({ guests, type }) => virtual({ guests: Number(guests), type: type as HypervisorType }),
  containers: ({ count }) => containers({ count: Number(count) }),
  hybrid: ({ pattern, tenants }) =>
    hybrid({ pattern: pattern as Pattern, tenants: Number(tenants) }),
} as const satisfies Readonly<Record<string, Build>>;
