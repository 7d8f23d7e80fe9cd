import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** A script of a component, once its code went into the chunk that all pages share. */
const FACADE = /^import\s*"(\.\/[^"]+)";?\s*$/;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;

/**
 * One request for all scripts of a page. Each component's script is an entry of the build; the
 * configuration gathers their code in one chunk (`codeSplitting`), which leaves entries that only
 * import it. Here pages name the chunk itself, once, and the empty entries go.
 */
export function oneScript(): AstroIntegration {
  return {
    name: 'one-script',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const targets = await facadeTargets(root, files);
        for (const page of files.filter((file) => file.endsWith('.html'))) {
          const html = await readFile(join(root, page), 'utf8');
          await writeFile(join(root, page), nameOnce(html, targets));
        }
        await Promise.all([...targets.keys()].map((file) => rm(join(root, file))));
        logger.info(`${String(targets.size)} scripts gathered in one`);
      },
    },
  };
}

/** From the path of an entry that only imports a chunk, to the chunk's. */
async function facadeTargets(root: string, files: readonly string[]) {
  const targets = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const chunk = FACADE.exec(await readFile(join(root, file), 'utf8'))?.[1];
    if (chunk) targets.set(`/${file}`, `/${file.replace(basename(file), basename(chunk))}`);
  }
  return targets;
}

/** Replaces the entries in a page by their chunk, at the place of the first. */
export function nameOnce(html: string, targets: ReadonlyMap<string, string>): string {
  const named = new Set<string>();
  return html.replaceAll(SCRIPT, (script, source: string) => {
    const target = targets.get(source) ?? source;
    if (named.has(target)) return '';
    named.add(target);
    return script.replace(source, target);
  });
}
