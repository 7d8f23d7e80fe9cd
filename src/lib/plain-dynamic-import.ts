import type { Plugin } from 'vite';

/** The module in which Vite keeps what it wraps every `import()` in. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Leaves `import()` as it is. Vite's own helper fetches the styles and the imports of a chunk along
 * with it, in 1 kB (gz) that every page with a lazy part would load before anything happens; our
 * lazy chunks have neither.
 */
export function plainDynamicImport(): Plugin {
  return {
    name: 'plain-dynamic-import',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: (id) =>
        id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined,
    },
  };
}
