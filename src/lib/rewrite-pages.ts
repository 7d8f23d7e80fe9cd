import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The built site: its folder, and every file in it as a path from there. */
export interface BuiltSite {
  readonly root: string;
  readonly files: readonly string[];
}

/** Looks at the site once, and answers what to make of the HTML of each page. */
export type PageRewrite = (site: BuiltSite) => (html: string) => string;

/** Rewrites the pages of the built site, each by all of `rewrites` in order: read and written once. */
export function rewritePages(...rewrites: readonly PageRewrite[]): AstroIntegration {
  return {
    name: 'rewrite-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
        const steps = rewrites.map((rewrite) => rewrite({ root, files }));
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = readFileSync(join(root, file), 'utf8');
          writeFileSync(
            join(root, file),
            steps.reduce((page, step) => step(page), html),
          );
        }
      },
    },
  };
}
