import type { State } from './parameters.ts';
import { containers } from './stacks/containers.ts';
import { hybrid, type Pattern } from './stacks/hybrid.ts';
import { ladder, type Rung } from './stacks/ladder.ts';
import { physical } from './stacks/physical.ts';
import { threeStacks } from './stacks/three-stacks.ts';
import { virtual, type HypervisorType } from './stacks/virtual.ts';
import { windows, type IsolationMode } from './stacks/windows.ts';

/**
 * From the answers of a diagram to its stack, as a text (see `stack-of.ts`). States come validated.
 * The page gets the texts of all its states, and none of this.
 */
export const BUILDERS = {
  physical,
  virtual: ({ guests, type }) => virtual({ guests: Number(guests), type: type as HypervisorType }),
  containers: ({ count, images }) =>
    containers({ count: Number(count), common: images === 'common' }),
  'three-stacks': ({ copies }) => threeStacks({ count: Number(copies) }),
  hybrid: ({ pattern, tenants }) =>
    hybrid({ pattern: pattern as Pattern, tenants: Number(tenants) }),
  ladder: ({ rung }) => ladder({ rung: rung as Rung }),
  windows: ({ mode }) => windows({ mode: mode as IsolationMode }),
} as const satisfies Readonly<Record<string, (state: State) => string>>;
