import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, normalize } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { Layout } from '../layout.ts';
import type { Width } from '../metrics.ts';
import type {} from './page-side.ts';
import { FONT_FILE } from './measure-font.ts';

/** Answered from this folder by `serve`; nothing reaches a network. */
const ORIGIN = 'http://diagrams.localhost';
const ROOT = new URL('../../../', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** What a page loads, and the global function that is there once it has. */
interface Renderer {
  readonly script: string;
  readonly entry: string;
}

const STACKS: Renderer = { script: '/src/diagrams/render/page-side.ts', entry: 'renderText' };

const pageOf = (script: string) => `<!doctype html><meta charset="utf-8"><style>
@font-face { font-family: Labels; src: url(/${FONT_FILE.pathname.slice(ROOT.pathname.length)}); font-weight: 200 800 }
body { font-family: Labels }</style><p>Labels</p>
<script type="importmap">{"imports": {"mermaid": "/node_modules/mermaid/dist/mermaid.esm.min.mjs"}}</script>
<script type="module" src="${script}"></script>`;

/** Serves the repository's own files; TypeScript goes out without its types. */
async function serve(route: Route): Promise<void> {
  const path = normalize(new URL(route.request().url()).pathname);
  const type = TYPES[extname(path)];
  if (type === undefined) return route.fulfill({ status: 404 });
  const file = new URL(`.${path}`, ROOT);
  if (extname(path) !== '.ts') {
    return route.fulfill({ contentType: type, body: await readFile(file) });
  }
  return route.fulfill({
    contentType: type,
    body: stripTypeScriptTypes(await readFile(file, 'utf8')),
  });
}

/** A page of `browser` that has the label face and can reach the repository's modules. */
export async function openRenderer(
  browser: Browser,
  { script, entry }: Renderer = STACKS,
): Promise<Page> {
  const page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, serve);
  await page.route(`${ORIGIN}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: pageOf(script) }),
  );
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction((name) => name in globalThis, entry);
  return page;
}

/**
 * Mermaid's own rendering of `text`, as rectangles and lines.
 * @throws what Mermaid throws: a text that it cannot parse, first of all.
 */
export function renderText(page: Page, text: string, width: Width): Promise<Layout> {
  return page.evaluate(([source, across]) => globalThis.renderText(source, across), [
    text,
    width,
  ] as const);
}
