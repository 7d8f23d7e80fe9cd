import type { Parameter } from '../parameters.ts';
import { MODEL_BUILDERS, type BuildModel, type ModelId } from './builders.ts';
import { PLATFORMS, PROCESSORS, SYSTEMS } from './compatibility-rules.ts';
import { NAMESPACES } from './namespace-views.ts';
import { numbers } from '../stacks/each.ts';
import { MOMENTS } from './pre-copy.ts';
import { RULES } from './syscall-rules.ts';
import { WINDOWS_HOSTS, WINDOWS_IMAGES } from './windows-matrix.ts';

export const MODEL_IDS = Object.keys(MODEL_BUILDERS) as readonly ModelId[];

export type { ModelId };

/** What a model may be asked, and the stack that answers. */
export interface Model {
  readonly parameters: readonly Parameter[];
  readonly build: BuildModel;
}

const choice = (name: string, values: readonly string[], initial: string): Parameter => ({
  name,
  kind: 'choice',
  values,
  initial,
});

const count = (name: string, to: number, initial: number): Parameter => ({
  name,
  kind: 'count',
  values: numbers(to).map(String),
  initial: `${initial}`,
});

const flag = (name: string, initial: 'off' | 'on'): Parameter => ({
  name,
  kind: 'flag',
  values: ['off', 'on'],
  initial,
});

/** At first users are those of the host, as with Docker by default [docker-security]; time too. */
const SHARED_AT_FIRST: readonly string[] = ['user', 'time'];

/** Every small model: pictures whose state the reader changes. */
export const MODELS: Readonly<Record<ModelId, Model>> = {
  migration: {
    parameters: [
      { name: 'step', kind: 'step', values: MOMENTS.map((_, step) => `${step}`), initial: '0' },
    ],
    build: MODEL_BUILDERS.migration,
  },
  memory: {
    parameters: [
      choice('ram', ['32', '64', '128'], '64'),
      count('machines', 6, 6),
      choice('promise', ['8', '16', '32'], '16'),
      choice('use', ['25', '50', '75', '100'], '50'),
    ],
    build: MODEL_BUILDERS.memory,
  },
  images: {
    parameters: [
      count('running', 3, 2),
      choice('act', ['none', 'read', 'write', 'delete', 'remove'], 'none'),
    ],
    build: MODEL_BUILDERS.images,
  },
  namespaces: {
    parameters: NAMESPACES.map((kind) => flag(kind, SHARED_AT_FIRST.includes(kind) ? 'off' : 'on')),
    build: MODEL_BUILDERS.namespaces,
  },
  cgroups: {
    parameters: [
      choice('limit', ['1', '2', '4'], '2'),
      choice('web', ['256', '768', '1280'], '768'),
      choice('report', ['512', '960', '1920'], '960'),
      flag('brake', 'off'),
    ],
    build: MODEL_BUILDERS.cgroups,
  },
  syscalls: {
    parameters: [choice('call', Object.keys(RULES), 'mount'), flag('filter', 'on')],
    build: MODEL_BUILDERS.syscalls,
  },
  compatibility: {
    parameters: [
      choice('system', SYSTEMS, 'macos'),
      choice('processor', PROCESSORS, 'arm64'),
      choice('platform', PLATFORMS, 'linux-arm64'),
    ],
    build: MODEL_BUILDERS.compatibility,
  },
  'windows-versions': {
    parameters: [
      choice('server', WINDOWS_HOSTS, 'ws2025'),
      choice('base', WINDOWS_IMAGES, 'ws2022'),
    ],
    build: MODEL_BUILDERS['windows-versions'],
  },
};
