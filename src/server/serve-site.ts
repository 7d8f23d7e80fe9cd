import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { isLocale, LOCALES } from '../i18n/locales.ts';
import { type HeaderRule, headersFor, parseHeaderRules } from './header-rules.ts';
import { CODINGS, readSiteFiles, type SiteFile } from './site-files.ts';

interface Site {
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly rules: readonly HeaderRule[];
}

/** Serves a built site as a static host would: folders, 404 pages per language, its `_headers`. */
export function serveSite(folder: string): Hono {
  const site = { files: readSiteFiles(folder), rules: readRules(folder) };
  const app = new Hono();
  app.all('*', (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return c.text('Method Not Allowed', 405, { Allow: 'GET, HEAD' });
    const path = c.req.path;
    const file = site.files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (file) return send(c, site, file, 200);
    if (site.files.has(`${path}/index.html`))
      return c.redirect(`${path}/${new URL(c.req.url).search}`, 308);
    const missing = notFoundPage(site, path);
    return missing ? send(c, site, missing, 404) : c.text('Not Found', 404);
  });
  return app;
}

async function send(
  c: Context,
  { rules }: Site,
  { type, etag, plain, coded }: SiteFile,
  status: 200 | 404,
): Promise<Response> {
  const headers: Record<string, string> = {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'X-Content-Type-Options': 'nosniff',
    ...headersFor(rules, c.req.path),
    'Content-Type': type,
    Vary: 'Accept-Encoding',
    ETag: etag,
  };
  const asked = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim());
  if (status === 200 && asked.some((each) => each === etag || each === `W/${etag}`))
    return c.body(null, 304, headers);
  const coding = CODINGS.find((each) => accepts(c.req.header('accept-encoding'), each));
  const body = coding ? coded(coding) : null;
  if (!coding || !body) return c.body(plain, status, headers);
  // One entity in two codings: the tag is weak for the coded one.
  return c.body(await body, status, { ...headers, 'Content-Encoding': coding, ETag: `W/${etag}` });
}

function accepts(header: string | undefined, coding: string): boolean {
  return new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, 'i').test(header ?? '');
}

/** The 404 page of the language that the path begins with. */
function notFoundPage({ files }: Site, path: string): SiteFile | undefined {
  const locale = path.split('/')[1];
  const first = isLocale(locale) ? locale : LOCALES[0];
  return files.get(`/${first}/404.html`) ?? files.get('/404.html');
}

function readRules(folder: string): readonly HeaderRule[] {
  try {
    return parseHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
