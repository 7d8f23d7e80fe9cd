import type { State } from '../parameters.ts';
import type { Stack } from '../stack.ts';
import { cgroups } from './cgroups.ts';
import { compatibility } from './compatibility.ts';
import { images } from './images.ts';
import { memory } from './memory.ts';
import { migration } from './migration.ts';
import { namespaces } from './namespaces.ts';
import { syscalls } from './syscalls.ts';
import { windowsVersions } from './windows-versions.ts';

/** From the answers to the stack. States come validated. */
export type BuildModel = (state: State) => Stack;

/** What the page of a model must be able to build anew, by the model's id. */
export const MODEL_BUILDERS = {
  migration,
  memory,
  images,
  namespaces,
  cgroups,
  syscalls,
  compatibility,
  'windows-versions': windowsVersions,
} as const satisfies Readonly<Record<string, BuildModel>>;

export type ModelId = keyof typeof MODEL_BUILDERS;
