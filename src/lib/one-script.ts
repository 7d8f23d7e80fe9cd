import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuiltSite, PageRewrite } from './rewrite-pages.ts';

/** A script of a component, once its code went into the chunk that all pages share. */
const FACADE = /^import\s*"(\.\/[^"]+)";?\s*$/;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;

/**
 * One request for all scripts of a page. Each component's script is an entry of the build; the
 * configuration gathers their code in one chunk (`codeSplitting`), which leaves entries that only
 * import it. Here pages name the chunk itself, once, and the empty entries go.
 */
export const oneScript: PageRewrite = (site) => {
  const targets = facadeTargets(site);
  for (const file of targets.keys()) rmSync(join(site.root, file));
  return (html) => nameOnce(html, targets);
};

/** From the path of an entry that only imports a chunk, to the chunk's. */
function facadeTargets({ root, files }: BuiltSite): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const chunk = FACADE.exec(readFileSync(join(root, file), 'utf8'))?.[1];
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
