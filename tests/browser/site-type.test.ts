import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { TUTORIAL_PATHS } from './support/site-pages.ts';

const site = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/**
 * Opens a page and waits for its faces. A face that comes late waits for the next page; what is
 * looked at here is what it draws, not how busy this machine is.
 */
async function openWithFaces(path: string): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.route(site + path, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replaceAll('font-display:optional', 'font-display:block');
    await route.fulfill({ response, body });
  });
  await page.goto(site + path);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The faces that the browser drew the text of `selector` with, and how many glyphs of each. */
async function facesOf(page: Page, selector: string): Promise<Readonly<Record<string, number>>> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const glyphs: Record<string, number> = {};
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont, glyphCount } of fonts) {
      const name = isCustomFont ? 'ours' : familyName;
      glyphs[name] = (glyphs[name] ?? 0) + glyphCount;
    }
  }
  return glyphs;
}

/** Runs in the page: how many characters each full line of running text holds. */
function charactersALine(): readonly number[] {
  const lines: number[] = [];
  for (const paragraph of document.querySelectorAll('.prose > p')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const counts = new Map<number, number>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.cite, code')) continue;
      for (let at = 0; at < (node.nodeValue?.length ?? 0); at += 1) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { bottom } = range.getBoundingClientRect();
        counts.set(Math.round(bottom), (counts.get(Math.round(bottom)) ?? 0) + 1);
      }
    }
    // The last line of a paragraph ends where the text does.
    lines.push(...[...counts.values()].slice(0, -1));
  }
  return lines;
}

describe.each(TUTORIAL_PATHS)('%s', (path) => {
  let page: Page;
  beforeAll(async () => {
    page = await openWithFaces(path);
  });
  afterAll(() => page.context().close());

  test('is printed in the faces of the site alone, thin spaces and joiners included', async () => {
    const selector = '.lesson-head *, .prose > p, .prose > ul > li, .sources li, .site-header a';
    expect(Object.keys(await facesOf(page, selector))).toEqual(['ours']);
  });

  test.each([768, 1440])('keeps lines of 60 to 75 characters at %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const lines = (await page.evaluate(charactersALine)).toSorted((a, b) => a - b);
    const median = lines[Math.floor(lines.length / 2)] ?? 0;
    expect(lines.length).toBeGreaterThan(40);
    expect(median).toBeGreaterThanOrEqual(60);
    expect(median).toBeLessThanOrEqual(75);
  });

  test('prints as ink on paper: the text and its sources with their addresses, nothing to click', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const screenOnly of [
      '.site-nav',
      '.language',
      'theme-switch',
      'contents-list',
      '.course-column',
      '.neighbors',
    ]) {
      expect(await page.locator(screenOnly).isVisible(), screenOnly).toBe(false);
    }
    const seen = await page.evaluate(() => {
      const source = document.querySelector('.sources a');
      return {
        ink: getComputedStyle(document.body).color,
        address: source && getComputedStyle(source, '::after').content,
        href: source?.getAttribute('href'),
      };
    });
    expect(seen.ink).toBe('rgb(0, 0, 0)');
    expect(seen.address).toContain(seen.href);
  });
});
