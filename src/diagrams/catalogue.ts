import { BUILDERS } from './builders.ts';
import { answersOf, everyState, type Parameter, type State } from './parameters.ts';
import { MODEL_IDS, MODELS, type ModelId } from './models/catalogue.ts';
import type { LayerKind, Stack } from './stack.ts';
import type { Words } from './parse-stack.ts';
import { stackOf, wordsIn } from './stack-of.ts';
import { numbers } from './stacks/each.ts';
import { PATTERN_NAMES, type Pattern } from './stacks/hybrid.ts';
import { RUNG_NAMES } from './stacks/ladder.ts';
import type { HypervisorType } from './stacks/virtual.ts';
import type { IsolationMode } from './stacks/windows.ts';

/** A picture that can be questioned: what may be asked, and the stack that answers. */
export interface Diagram {
  readonly parameters: readonly Parameter[];
  readonly build: (state: State) => Stack;
  /** The same as a text, which the page can be given instead of the code that builds it. */
  readonly text?: (state: State) => string;
}

/** A diagram of the family of stacks. */
const family = (text: (state: State) => string, ...parameters: readonly Parameter[]): Diagram => ({
  parameters,
  text,
  build: (state) => stackOf(text(state)),
});

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

/** What may fail where every kind of layer can be there. */
const ALL_LAYERS = [
  'application',
  'libraries',
  'engine',
  'user-kernel',
  'guest-kernel',
  'host-kernel',
  'root-partition',
  'hypervisor',
  'hardware',
] as const satisfies readonly LayerKind[];

/** Where an attack starts is an application; which boundary has fallen, whatever the pattern calls it. */
const boundaries = (places: number): readonly Parameter[] => [
  {
    name: 'hit',
    kind: 'hit',
    values: ['none', 'application', 'engine', 'kernel', 'carrier', 'hardware'],
    initial: 'none',
  },
  { name: 'at', kind: 'at', values: numbers(places).map(String), initial: '1' },
];

/** All patterns; one place more than there are tenants: the neighbor of a shared machine. */
const patterns = (initial: Pattern): Diagram =>
  family(
    BUILDERS.hybrid,
    choice('pattern', PATTERN_NAMES, initial),
    count('tenants', 2, 4, 3),
    ...boundaries(5),
  );

/** Every diagram of the family of stacks, by the id that lessons and pages use. */
const STACKS = {
  physical: family(BUILDERS.physical),
  virtual: family(
    BUILDERS.virtual,
    choice('type', ['1', '2', 'kvm'] satisfies HypervisorType[], '1'),
    count('guests', 1, 4, 2),
    ...attack(
      ['application', 'libraries', 'guest-kernel', 'hypervisor', 'host-kernel', 'hardware'],
      4,
    ),
  ),
  containers: family(
    BUILDERS.containers,
    count('count', 1, 6, 3),
    choice('images', ['own', 'common'], 'own'),
    ...attack(['application', 'libraries', 'engine', 'host-kernel', 'hardware'], 6),
  ),
  'three-stacks': family(
    BUILDERS['three-stacks'],
    count('copies', 1, 3, 2),
    ...attack(ALL_LAYERS, 9),
  ),
  // What the lesson on combinations needs; `patterns` has them all.
  hybrid: family(
    BUILDERS.hybrid,
    choice('pattern', ['shared-vm', 'vm-each', 'both'] satisfies Pattern[], 'both'),
    count('tenants', 2, 4, 3),
    ...attack(['application', 'libraries', 'guest-kernel', 'hypervisor', 'hardware'], 5),
  ),
  patterns: patterns('shared-vm'),
  beside: patterns('vm-each'),
  ladder: family(
    BUILDERS.ladder,
    choice('rung', RUNG_NAMES, 'container'),
    ...attack(ALL_LAYERS, 2),
  ),
  windows: family(
    BUILDERS.windows,
    choice('mode', ['process', 'hyperv'] satisfies IsolationMode[], 'process'),
    ...attack(ALL_LAYERS, 2),
  ),
} as const satisfies Record<string, Diagram>;

const CATALOGUE: Readonly<Record<DiagramId, Diagram>> = { ...STACKS, ...MODELS };

export type DiagramId = keyof typeof STACKS | ModelId;

export const DIAGRAM_IDS: readonly DiagramId[] = [
  ...(Object.keys(STACKS) as (keyof typeof STACKS)[]),
  ...MODEL_IDS,
];

/**
 * The diagram of that id.
 * @throws Error that names the known ids, when there is none.
 */
export function diagram(id: string): Diagram {
  if (Object.hasOwn(CATALOGUE, id)) return CATALOGUE[id as DiagramId];
  const known = DIAGRAM_IDS.map((name) => `\`${name}\``).join(', ');
  throw new Error(`There is no diagram \`${id}\`. There are ${known}.`);
}

/** Stacks as texts, by the answers that decide them, and the words of these texts. */
export interface StackTexts {
  readonly texts: Readonly<Record<string, string>>;
  readonly words: Words;
}

/** The stacks of all states of a diagram; nothing for a model, which has none. */
export function textsOf({ parameters, text }: Diagram): StackTexts | undefined {
  if (!text) return undefined;
  const deciding = parameters.filter(({ kind }) => kind === 'choice' || kind === 'count');
  const texts = Object.fromEntries(
    everyState(deciding).map((state) => [answersOf(parameters, state), text(state)]),
  );
  return { texts, words: wordsIn(Object.values(texts)) };
}
