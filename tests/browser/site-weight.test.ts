import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  DIAGRAM_SLUGS,
  diagramPath,
  workbenchPath,
  type DiagramPageId,
} from '../../src/i18n/diagram-routes.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { SEEN_PAGES, TUTORIAL_PATHS } from './support/site-pages.ts';

const site = inject('siteUrl');
const KB = 1000;
/** The table "Weight and speed" of the design: bytes on the wire, gzipped where text. */
const BUDGET = {
  html: 24 * KB,
  css: 8 * KB,
  js: 6 * KB,
  text: 38 * KB,
  fonts: 60 * KB,
  requests: 6,
};

/** The page of a whole quiz is read for its questions: their engine wakes up with it. */
const WHOLE_QUIZ = { ...BUDGET, html: 40 * KB, js: 12 * KB, text: 60 * KB, requests: 10 };

/** What is there to be questioned stands in sight, and wakes up with the page: 6 kB and its styles. */
const QUESTIONED = { ...BUDGET, js: 12 * KB, requests: 12 };
const AWAKE = new Set(
  LOCALES.flatMap((locale) => [
    workbenchPath(locale),
    ...(Object.keys(DIAGRAM_SLUGS) as DiagramPageId[]).map((id) => diagramPath(id, locale)),
  ]),
);

const budgetOf = (path: string) =>
  path.endsWith('/quiz/') ? WHOLE_QUIZ : AWAKE.has(path) ? QUESTIONED : BUDGET;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

interface Loaded {
  readonly type: string;
  readonly body: Buffer;
}

/** Loads a page as a reader who touches nothing does; fonts wait `fontDelay` ms on the way, over a slow line or on a slow machine if asked. */
async function load(
  path: string,
  { fontDelay = 0, width = 412, height = 823, bytesPerSecond = 0, slowdown = 1 } = {},
) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (window as unknown as { shift: number }).shift += (
          entry as unknown as { value: number }
        ).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (bytesPerSecond > 0) {
    const line = await context.newCDPSession(page);
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 60,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  if (slowdown > 1) {
    const machine = await context.newCDPSession(page);
    await machine.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
  if (fontDelay > 0) {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, fontDelay));
      await route.continue();
    });
  }
  const loaded: Promise<Loaded>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    loaded.push(response.body().then((body) => ({ type, body })));
  });
  await page.goto(site + path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const facts = await page.evaluate(() => ({
    shift: (window as unknown as { shift: number }).shift,
    blocking: performance
      .getEntriesByType('resource')
      .filter(
        (entry) => (entry as { renderBlockingStatus?: string }).renderBlockingStatus === 'blocking',
      )
      .map(({ name }) => name),
    preloads: document.querySelectorAll('link[rel=preload]').length,
  }));
  // A body that has not been read goes with its page.
  const bodies = await Promise.all(loaded);
  await context.close();
  return { ...facts, loaded: bodies };
}

/** What a phone that touches nothing loads, once for all that is asked of it. */
const onPhone = new Map<string, ReturnType<typeof load>>();

function loadOnPhone(path: string): ReturnType<typeof load> {
  const loading = onPhone.get(path) ?? load(path);
  onPhone.set(path, loading);
  return loading;
}

const gz = (text: string | Buffer) => gzipSync(text, { level: 9 }).byteLength;
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

describe.each(SEEN_PAGES)('%s', (path) => {
  test('keeps to the budget of bytes and requests, and blocks nothing', async () => {
    const { loaded, blocking, preloads } = await loadOnPhone(path);
    const budget = budgetOf(path);
    const of = (type: string) => loaded.filter((each) => each.type === type);
    const html = of('document')[0]?.body.toString() ?? '';
    const css = [...html.matchAll(STYLE)].map((match) => match[1]).join('');
    const js = of('script').reduce((sum, { body }) => sum + gz(body), 0);
    expect(gz(html.replaceAll(STYLE, '')), 'HTML').toBeLessThanOrEqual(budget.html);
    expect(gz(css), 'CSS').toBeLessThanOrEqual(budget.css);
    expect(js, 'JavaScript before interaction').toBeLessThanOrEqual(budget.js);
    expect(gz(html) + js, 'HTML, CSS and JavaScript').toBeLessThanOrEqual(budget.text);
    const fonts = of('font').reduce((sum, { body }) => sum + body.byteLength, 0);
    expect(fonts, 'fonts').toBeLessThanOrEqual(budget.fonts);
    expect(loaded.length, 'requests').toBeLessThanOrEqual(budget.requests);
    expect(preloads).toBeLessThanOrEqual(2);
    expect(blocking).toEqual([]);
    if (budget === BUDGET) expect(of('stylesheet')).toEqual([]);
  });
});

test.each(['/fr/', '/en/tutorials/containerization/', '/fr/tutoriels/virtualisation/'])(
  '%s comes in over a slow line without moving, on a desk',
  async (path) => {
    const size = { width: 1440, height: 900 };
    expect((await load(path, { ...size, bytesPerSecond: 15 * KB })).shift).toBe(0);
  },
);

// What a slow machine paints while it still reads the page is what a busy one shows by chance.
test.each(['/fr/', '/en/tutorials/', '/fr/tutoriels/hybride/'])(
  '%s does not move on a slow machine, on a phone or a desk',
  async (path) => {
    for (const size of [
      { width: 360, height: 740 },
      { width: 1440, height: 900 },
    ])
      expect((await load(path, { ...size, slowdown: 20 })).shift).toBe(0);
  },
);

test('the engine of a quiz weighs 3 kB for choices, 6 kB with every type, and is fetched when one comes near', async () => {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  const scripts: Promise<readonly [url: string, weight: number]>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => [response.url(), gz(body)] as const));
  });
  await page.goto(`${site}/fr/tutoriels/hybride/`, { waitUntil: 'networkidle' });
  const before = (await Promise.all(scripts)).map(([url]) => url);
  expect(before.filter((url) => /quiz-form|more-types/.test(url))).toEqual([]);
  await page.locator('quiz-form').scrollIntoViewIfNeeded();
  await page.locator('quiz-form[data-awake]').waitFor();
  const engine = (await Promise.all(scripts)).filter(([url]) => !before.includes(url));
  const weigh = (some: typeof engine) => some.reduce((sum, [, weight]) => sum + weight, 0);
  // Whatever else comes with it, under another name, counts too.
  const choices = engine.filter(([url]) => !url.includes('/more-types.'));
  expect(weigh(choices)).toBeGreaterThan(1 * KB);
  expect(weigh(choices)).toBeLessThanOrEqual(3 * KB);
  expect(weigh(engine) - weigh(choices)).toBeGreaterThan(1 * KB);
  expect(weigh(engine)).toBeLessThanOrEqual(6 * KB);
  await page.close();
});

test.each(['/fr/404.html', '/en/404.html', '/404.html'])(
  '%s has nothing to question: no JavaScript but the shell’s',
  async (path) => {
    const scripts = (await loadOnPhone(path)).loaded.filter(({ type }) => type === 'script');
    expect(scripts.map(({ body }) => /theme-switch/.test(body.toString()))).toEqual([true]);
    expect(gz(scripts[0]?.body ?? '')).toBeLessThan(1.5 * KB);
  },
);

describe.each(TUTORIAL_PATHS)('%s', (path) => {
  test('nothing moves while it loads, on a phone', async () => {
    expect((await loadOnPhone(path)).shift).toBe(0);
  });

  test('nothing moves while it loads, on a desk', async () => {
    expect((await load(path, { width: 1440, height: 900 })).shift).toBe(0);
  });

  test('late fonts move next to nothing', async () => {
    expect((await load(path, { fontDelay: 500 })).shift).toBeLessThan(0.02);
  });
});
