import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { MEASUREMENTS } from '../../src/diagrams/charts/measurements.ts';
import { measurementsPath } from '../../src/i18n/diagram-routes.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { privacyPath } from '../../src/i18n/routes.ts';
import { typography } from '../../src/i18n/typography.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { openWatched } from './support/watched-page.ts';

const site = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const CASES = LOCALES.flatMap((locale) =>
  ([320, 1440] as const).map((width) => ({ locale, width })),
);

describe.each(CASES)('the page of figures in $locale, $width pixels wide', ({ locale, width }) => {
  let page: Page;
  let problems: readonly string[];
  beforeAll(async () => {
    const viewport = { width, height: 900 };
    ({ page, problems } = await openWatched(browser, site + measurementsPath(locale), {
      viewport,
      reducedMotion: 'reduce',
    }));
  });
  afterAll(() => page.context().close());

  test('shows each chart once, at full size, with its words inside it and apart', async () => {
    const charts = await page.evaluate(measureCharts);
    expect(charts.length).toBe(MEASUREMENTS.length);
    for (const { scale, lines, faults } of charts) {
      expect(scale).toBeGreaterThanOrEqual(1);
      expect(lines).toBeGreaterThan(3);
      expect(faults).toEqual([]);
    }
  });

  test('has a table of every figure, each with its year and its source', async () => {
    const tables = await page.evaluate(readTables);
    expect(tables).toEqual(
      MEASUREMENTS.map(({ id, points }) => ({
        id,
        rows: points.map(({ label, year }) => ({
          label: typography(label[locale], locale),
          year: String(year),
          source: true,
          figure: true,
        })),
      })),
    );
  });

  test('has nothing that axe minds in either theme, and is as wide as its window', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page), colorScheme).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(problems).toEqual([]);
  });
});

test('charts need no script: the page has those of a page of plain text', async () => {
  const [figures, text] = await Promise.all(
    [measurementsPath('fr'), privacyPath('fr')].map((path) => scriptsOf(path)),
  );
  expect(text?.length).toBeGreaterThan(0);
  expect(figures).toEqual(text);
});

async function scriptsOf(path: string): Promise<readonly string[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await page.goto(site + path, { waitUntil: 'networkidle' });
  const inline = await page.evaluate(() =>
    [...document.scripts].filter(({ src }) => src === '').map(({ text }) => text),
  );
  await context.close();
  return [...scripts, ...inline].toSorted();
}

async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}

/** In the page: what the charts that are shown measure, and the words that leave or meet. */
function measureCharts() {
  const pictures = [...document.querySelectorAll<SVGSVGElement>('.chart-pictures svg')];
  const shown = pictures.filter((svg) => svg.getBoundingClientRect().width > 0);
  return shown.map((svg) => {
    const box = svg.viewBox.baseVal;
    const lines = [...svg.querySelectorAll('text')].map((line) => ({
      text: line.textContent,
      ...rectOf(line.getBBox()),
    }));
    const outside = lines.filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > box.width + 1 || top < -1 || bottom > box.height + 1,
    );
    const marks = [...svg.querySelectorAll<SVGGraphicsElement>('circle, .diamond')].map((mark) => ({
      text: 'a mark',
      ...rectOf(mark.getBBox()),
    }));
    const meeting = lines.flatMap((line, at) =>
      [...lines.slice(at + 1), ...marks]
        .filter(
          (other) =>
            line.left < other.right - 1 &&
            other.left < line.right - 1 &&
            // The boxes of lines reach beyond their letters.
            line.top < other.bottom - 3 &&
            other.top < line.bottom - 3,
        )
        .map((other) => `${line.text} meets ${other.text}`),
    );
    return {
      scale: Math.round((svg.getBoundingClientRect().width / box.width) * 1000) / 1000,
      lines: lines.length,
      faults: [...outside.map(({ text }) => `${text} leaves`), ...meeting],
    };
  });

  function rectOf({ x, y, width, height }: DOMRect) {
    return { left: x, right: x + width, top: y, bottom: y + height };
  }
}

/** In the page: each table of figures by the id of its chart. */
function readTables() {
  return [...document.querySelectorAll<HTMLTableElement>('.chart-table')].map((table) => ({
    id: table.getAttribute('aria-labelledby'),
    rows: [...(table.tBodies[0]?.rows ?? [])].map(({ cells }) => ({
      label: cells[0]?.textContent.trim(),
      year: cells[2]?.textContent.trim(),
      source: /^https?:/.test(cells[3]?.querySelector('a')?.getAttribute('href') ?? ''),
      figure: /\d/.test(cells[1]?.textContent ?? ''),
    })),
  }));
}
