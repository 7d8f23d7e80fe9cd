import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { Hono } from 'hono';
import type { ServiceEnv } from './service.ts';

const SOURCE = new URL('../../', import.meta.url);

/** The order of the cascade, whatever the order of the files. */
const LAYERS = '@layer reset, tokens, base, layout, components;';

/** Styles of the parts that these pages show, beside the site's own. */
const PARTS = [
  'components/shell/header.css',
  'comments/service/faces.css',
  'comments/service/service.css',
  'comments/thread/comments.css',
  'comments/thread/composer.css',
  'comments/moderation/moderation.css',
  'comments/moderation/comment-page.css',
  'comments/accounts/accounts.css',
  'comments/personal/personal.css',
  'comments/spam/rules.css',
] as const;

const FACES = ['text', 'heading', 'code'] as const;

interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What the pages of the service load, each read once, at the first request. */
const ASSETS: Readonly<Record<string, () => Asset>> = {
  'service.css': () => ({
    type: 'text/css; charset=utf-8',
    body: encode([LAYERS, ...[...siteStyles(), ...PARTS].map(readText)].join('\n')),
  }),
  // No build step: the types are blanked out, what runs is the source line for line.
  'moderation-queue.js': () => ({
    type: 'text/javascript; charset=utf-8',
    body: encode(withoutTypes(readText('comments/moderation/moderation-queue.ts'))),
  }),
  'passkey-forms.js': () => ({
    type: 'text/javascript; charset=utf-8',
    body: encode(withoutTypes(readText('comments/accounts/passkey-forms.ts'))),
  }),
  'icon.svg': () => ({
    type: 'image/svg+xml',
    body: new Uint8Array(read('../public/favicon.svg')),
  }),
  ...Object.fromEntries(
    FACES.map((face) => [
      `${face}.woff2`,
      () => ({ type: 'font/woff2', body: new Uint8Array(read(`styles/fonts/${face}.woff2`)) }),
    ]),
  ),
};

/** `/comments/assets/*`. */
export function assetRoutes(): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>();
  for (const [name, load] of Object.entries(ASSETS)) {
    let loaded: (Asset & { etag: string }) | undefined;
    routes.get(`/${name}`, (c) => {
      loaded ??= withTag(load());
      const headers = { ETag: loaded.etag, 'Cache-Control': 'public, max-age=300' };
      if (c.req.header('if-none-match') === loaded.etag) return c.body(null, 304, headers);
      return c.body(loaded.body, 200, { ...headers, 'Content-Type': loaded.type });
    });
  }
  return routes;
}

function siteStyles(): readonly string[] {
  const files = readdirSync(new URL('styles/', SOURCE)).filter((file) => file.endsWith('.css'));
  return files.sort().map((file) => `styles/${file}`);
}

/** Blanks out the types. Node warns that its output may change; ours has no line to depend on. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

function withTag(asset: Asset): Asset & { etag: string } {
  const hash = createHash('sha256').update(asset.body).digest('base64url').slice(0, 16);
  return { ...asset, etag: `"${hash}"` };
}

function read(path: string): Buffer {
  return readFileSync(new URL(path, SOURCE));
}

function readText(path: string): string {
  return read(path).toString('utf8');
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
