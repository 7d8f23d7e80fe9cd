import type { BuildModel, ModelId } from './builders.ts';

/** The code that builds each model: a page fetches that of its own. */
const LOADERS: Readonly<Record<ModelId, () => Promise<BuildModel>>> = {
  migration: async () => (await import('./migration.ts')).migration,
  memory: async () => (await import('./memory.ts')).memory,
  images: async () => (await import('./images.ts')).images,
  namespaces: async () => (await import('./namespaces.ts')).namespaces,
  cgroups: async () => (await import('./cgroups.ts')).cgroups,
  syscalls: async () => (await import('./syscalls.ts')).syscalls,
  compatibility: async () => (await import('./compatibility.ts')).compatibility,
  'windows-versions': async () => (await import('./windows-versions.ts')).windowsVersions,
};

/** The builder of a model that the page shows. */
export const loadBuilder = (id: string): Promise<BuildModel> => LOADERS[id as ModelId]();
