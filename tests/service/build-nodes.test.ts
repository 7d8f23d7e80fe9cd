import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommentNode, applyPolicy, toTree } from '../../src/comments/policy/index.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { offList } from '../unit/comments/policy/support/off-list.ts';
import { sharedData } from '../unit/comments/policy/support/shared-data.ts';

const ORIGIN = 'http://policy.test';
const POLICY = new URL('../../src/comments/policy/', import.meta.url);
const CSP =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

/** What runs in the page: trees in, the HTML of their DOM out. */
const PAGE_SCRIPT = `
  import { buildNodes } from '/build-nodes.ts';
  globalThis.build = (trees) => {
    const main = document.querySelector('main');
    return JSON.parse(trees).map((tree) => {
      main.replaceChildren(buildNodes(document, tree));
      return main.innerHTML;
    });
  };`;

let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('.ts')) {
      const source = readFileSync(new URL(`.${pathname}`, POLICY), 'utf8');
      await route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(source) });
    } else if (pathname === '/page.js') {
      await route.fulfill({ contentType: 'text/javascript', body: PAGE_SCRIPT });
    } else if (pathname === '/') {
      const headers = { 'content-security-policy': CSP };
      const body = '<!doctype html><main></main><script type="module" src="/page.js"></script>';
      await route.fulfill({ contentType: 'text/html', headers, body });
    } else {
      complaints.push(`request: ${route.request().url()}`);
      await route.abort();
    }
  });
  await page.goto(`${ORIGIN}/`);
});
afterAll(() => browser.close());

/** Builds each tree in the page and gives the HTML that its DOM then has. */
function built(trees: readonly (readonly CommentNode[])[]): Promise<string[]> {
  return page.evaluate((given) => {
    const { build } = globalThis as unknown as { build: (trees: string) => string[] };
    return build(given);
  }, JSON.stringify(trees));
}

test('builds in the page what is stored', async () => {
  const { html } = applyPolicy(
    '<b>a</b> & <code><x></code>\nb <a href="https://e.org/?a&b" title=\'"\'>c</a>\n\n<blockquote cite="https://e.org/"><q>d</q></blockquote>',
  );
  const [dom = ''] = await built([toTree(html)]);
  const asText = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  expect(asText(dom)).toBe(asText(html));
});

test('is a second wall: of a tree that lies only the list is built', async () => {
  const lies: CommentNode[] = [
    ['script', {}, ['alert(1)']],
    ['img', { src: 'x', onerror: 'alert(1)' }, []],
    ['a', { href: 'javascript:alert(1)', onclick: 'alert(1)', rel: 'opener' }, ['a']],
    [
      'a',
      { href: 'https://e.org/', target: '_blank', style: 'x' },
      ['b', ['iframe', { src: '/x' }, ['c']]],
    ],
    ['constructor', {}, ['d']],
    ['p', { onclick: 'alert(1)' }, [['br', { id: 'x' }, []]]],
  ];
  const [dom] = await built([lies]);
  expect(dom).toBe(
    'alert(1)<a>a</a><a href="https://e.org/" rel="nofollow ugc noopener">bc</a>d<p><br></p>',
  );
});

test('runs nothing of what attackers have thought of', async () => {
  const payloads = (sharedData('xss-vectors.json') ?? []) as { payload: string }[];
  const trees = payloads.map(({ payload }) => toTree(applyPolicy(payload).html));
  const doms = await built(trees);
  expect(doms.flatMap(offList)).toEqual([]);
  expect(complaints).toEqual([]);
});
