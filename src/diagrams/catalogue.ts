import { BUILDERS, type Build } from './builders.ts';
import type { Parameter } from './parameters.ts';
import type { LayerKind } from './stack.ts';
import type { Pattern } from './stacks/hybrid.ts';
import { numbers } from './stacks/parts.ts';
import { physical } from './stacks/physical.ts';
import type { HypervisorType } from './stacks/virtual.ts';

/** A picture that can be questioned: what may be asked, and the stack that answers. */
export interface Diagram {
  readonly parameters: readonly Parameter[];
  readonly build: Build;
}

const count = (name: string, from: number, to: number, initial: number): Parameter => ({
  name,
  kind: 'count',
  values: numbers(to)
    .slice(from - 1)
    .map(String),
  initial: `${initial}`,
});

const choice = (name: string, values: readonly string[], initial: string): Parameter => ({
  name,
  kind: 'choice',
  values,
  initial,
});

/** Which layer fails, and in which of `places` machines or containers. */
const attack = (kinds: readonly LayerKind[], places: number): readonly Parameter[] => [
  { name: 'hit', kind: 'hit', values: ['none', ...kinds], initial: 'none' },
  { name: 'at', kind: 'at', values: numbers(places).map(String), initial: '1' },
];

/** Every diagram, by the id that lessons use. */
const CATALOGUE = {
  physical: { parameters: [], build: physical },
  virtual: {
    parameters: [
      choice('type', ['1', '2', 'kvm'] satisfies HypervisorType[], '1'),
      count('guests', 1, 4, 2),
      ...attack(
        ['application', 'libraries', 'guest-kernel', 'hypervisor', 'host-kernel', 'hardware'],
        4,
      ),
    ],
    build: BUILDERS.virtual,
  },
  containers: {
    parameters: [
      count('count', 1, 6, 3),
      ...attack(['application', 'libraries', 'engine', 'host-kernel', 'hardware'], 6),
    ],
    build: BUILDERS.containers,
  },
  hybrid: {
    parameters: [
      choice('pattern', ['shared-vm', 'vm-each', 'both'] satisfies Pattern[], 'both'),
      count('tenants', 2, 4, 3),
      // One place more than there are tenants: the neighbor of a shared machine.
      ...attack(['application', 'libraries', 'guest-kernel', 'hypervisor', 'hardware'], 5),
    ],
    build: BUILDERS.hybrid,
  },
} as const satisfies Record<string, Diagram>;

export type DiagramId = keyof typeof CATALOGUE;

export const DIAGRAM_IDS = Object.keys(CATALOGUE) as readonly DiagramId[];

/**
 * The diagram of that id.
 * @throws Error that names the known ids, when there is none.
 */
export function diagram(id: string): Diagram {
  if (Object.hasOwn(CATALOGUE, id)) return CATALOGUE[id as DiagramId];
  const known = DIAGRAM_IDS.map((name) => `\`${name}\``).join(', ');
  throw new Error(`There is no diagram \`${id}\`. There are ${known}.`);
}
