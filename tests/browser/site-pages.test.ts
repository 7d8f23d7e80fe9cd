import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { localeOfPath, SEEN_PAGES } from './support/site-pages.ts';
import { openWatched } from './support/watched-page.ts';

const WIDTHS = [320, 360, 768, 1440];
const site = inject('siteUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(SEEN_PAGES)('%s', (path) => {
  let page: Page;
  let problems: readonly string[];
  beforeAll(async () => {
    ({ page, problems } = await openWatched(browser, site + path, {
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    }));
  });
  afterAll(() => page.context().close());

  test.each(['light', 'dark'] as const)(
    'has no fault that axe can see, in the %s theme',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  test('is one article of its language: title, description, one h1, headings without a gap', async () => {
    const facts = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
      h1: document.querySelectorAll('h1').length,
      levels: [...document.querySelectorAll('h1,h2,h3,h4')].map((heading) =>
        Number(heading.tagName[1]),
      ),
      main: document.querySelectorAll('main').length,
    }));
    expect(facts.lang).toBe(localeOfPath(path));
    expect(facts.title).toContain('Strates');
    expect(facts.description.length).toBeGreaterThan(40);
    expect([facts.h1, facts.main]).toEqual([1, 1]);
    const jumps = facts.levels.filter((level, index) => level > (facts.levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  // The last: it scrolls, which wakes what is lazy.
  test('says nothing in the console, breaks no policy, and fits every width', async () => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(overflowing), `at ${String(width)} px`).toEqual([]);
    }
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
  });
});

test('the page that lets choose a language has no fault that axe can see', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    // A browser of neither language is not sent on.
    const { page, problems } = await openWatched(browser, `${site}/`, {
      colorScheme,
      locale: 'de-DE',
    });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(overflowing)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  }
});

/** What axe finds, as `rule: first element`. */
async function axeViolations(page: Page): Promise<readonly string[]> {
  // Through the debugger, so that the page's own policy stays as strict as a reader's.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** Runs in the page: what sticks out of the window sideways, but for what scrolls inside itself. */
function overflowing(): readonly string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 5)
    .map((element) => element.outerHTML.slice(0, 120));
}
