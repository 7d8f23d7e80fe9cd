import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor, parseHeaderRules } from '../../src/server/header-rules.ts';
import { serveSite } from '../../src/server/serve-site.ts';

const LONG = '<!doctype html><p>'.padEnd(2000, 'Bonjour ');
const FILES = {
  'index.html': LONG,
  'fr/index.html': '<p>fr',
  'fr/404.html': '<p>404 fr',
  'en/404.html': '<p>404 en',
  'fr/tutoriels/hybride/index.html': LONG,
  '_astro/a.hash.js': 'export {}',
  'font.woff2': 'wOF2',
  '.built-by-start': 'secret',
  _headers: '/*\n  X-Frame-Options: DENY\n\n/_astro/*\n  Cache-Control: public, immutable\n',
};

let folder: string;
let get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strates-site-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, 'dist', path)), { recursive: true });
    writeFileSync(join(folder, 'dist', path), text);
  }
  writeFileSync(join(folder, 'outside.html'), 'outside');
  const app = serveSite(join(folder, 'dist'));
  get = async (path, headers = {}, method = 'GET') => app.request(path, { method, headers });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['/', 200, 'text/html; charset=utf-8'],
  ['/fr/', 200, 'text/html; charset=utf-8'],
  ['/_astro/a.hash.js', 200, 'text/javascript; charset=utf-8'],
  ['/font.woff2', 200, 'font/woff2'],
  ['/fr/rien/', 404, 'text/html; charset=utf-8'],
])('%s is %i, %s', async (path, status, type) => {
  const response = await get(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a page that is missing is said in its own language', async () => {
  expect(await (await get('/fr/rien')).text()).toBe('<p>404 fr');
  expect(await (await get('/en/nothing/')).text()).toBe('<p>404 en');
  expect(await (await get('/nothing')).text()).toBe('<p>404 fr');
});

test('a folder without its slash leads to the one with it, query included', async () => {
  const response = await get('/fr/tutoriels/hybride?a=1');
  expect([response.status, response.headers.get('location')]).toEqual([
    308,
    '/fr/tutoriels/hybride/?a=1',
  ]);
});

test.each([
  '/../outside.html',
  '/..%2foutside.html',
  '/%2e%2e/outside.html',
  '//outside.html',
  '/_headers',
  '/.built-by-start',
  '/fr/..\\..\\outside.html',
  '/%00',
])('%s reaches no file', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toMatch(/outside|secret|DENY/);
});

describe('bytes', () => {
  test('are compressed for whoever can read it', async () => {
    const bytesOf = async (coding: string) =>
      Buffer.from(await (await get('/', { 'Accept-Encoding': coding })).arrayBuffer());
    expect(brotliDecompressSync(await bytesOf('gzip, br')).toString()).toBe(LONG);
    expect(gunzipSync(await bytesOf('gzip, br;q=0')).toString()).toBe(LONG);
    expect((await bytesOf('identity')).toString()).toBe(LONG);
    expect((await get('/', { 'Accept-Encoding': 'br' })).headers.get('vary')).toContain(
      'Accept-Encoding',
    );
  });

  test('are not sent again to whoever has them', async () => {
    for (const coding of ['br', 'identity']) {
      const etag = (await get('/', { 'Accept-Encoding': coding })).headers.get('etag') ?? '';
      const again = await get('/', { 'Accept-Encoding': coding, 'If-None-Match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  test('are not changed by any other method', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    expect((await get('/', {}, 'HEAD')).status).toBe(200);
  });
});

test('the headers of `_headers` are sent as a static host would', async () => {
  expect((await get('/_astro/a.hash.js')).headers.get('cache-control')).toBe('public, immutable');
  expect((await get('/')).headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect((await get('/')).headers.get('x-frame-options')).toBe('DENY');
  const rules = parseHeaderRules('# note\n/a.b/*\n  X: 1\n  Y: a: b\n/a.b/c\n  X: 2\n');
  expect(headersFor(rules, '/a.b/c')).toEqual({ X: '2', Y: 'a: b' });
  expect(headersFor(rules, '/aXb/c')).toEqual({});
});
