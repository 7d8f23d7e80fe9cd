import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DIAGRAM_IDS } from '../../src/diagrams/catalogue.ts';
import { FLOW_IDS } from '../../src/diagrams/flows/flow-catalogue.ts';
import { contactSheetPath, DIAGRAM_SLUGS, diagramPath } from '../../src/i18n/diagram-routes.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { PAGES } from './support/site-pages.ts';
import { openWatched } from './support/watched-page.ts';

const site = inject('siteUrl');
const SHEET = contactSheetPath('fr');

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

describe('the contact sheet', () => {
  test('shows every picture in both languages, both themes, and both widths, at full size', async () => {
    const { page, problems } = await openWatched(browser, site + SHEET, {
      viewport: { width: 1440, height: 900 },
    });
    for (const id of [...DIAGRAM_IDS, ...FLOW_IDS]) {
      const pictures = page.locator(`[data-sheet="${id}"] svg`);
      expect(await pictures.count(), id).toBeGreaterThanOrEqual(2 * 2 * 2);
    }
    const scales = await page
      .locator('[data-sheet] svg')
      .evaluateAll((pictures) =>
        pictures.map(
          (picture) =>
            picture.getBoundingClientRect().width /
            (picture as SVGSVGElement).viewBox.baseVal.width,
        ),
      );
    expect(scales.length).toBeGreaterThan(250);
    expect(Math.min(...scales)).toBeGreaterThanOrEqual(0.999);
    expect(await strayWords(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('is kept from search engines, and no page leads to it', async () => {
    const html = await (await fetch(site + SHEET)).text();
    expect(html).toContain('<meta name="robots" content="noindex">');
    for (const path of PAGES) {
      const page = await (await fetch(site + path)).text();
      for (const locale of LOCALES) expect(page, path).not.toContain(contactSheetPath(locale));
    }
    expect(await (await fetch(`${site}/sitemap-0.xml`)).text()).not.toContain(SHEET);
  });
});

describe('every page of a diagram', () => {
  test.each([320, 1440])(
    'holds its pictures at %i px: no overflow, no fault, no Mermaid',
    async (width) => {
      for (const [index, id] of (
        Object.keys(DIAGRAM_SLUGS) as (keyof typeof DIAGRAM_SLUGS)[]
      ).entries()) {
        // One language at a time: both have every page, and the sheet shows both.
        const path = diagramPath(id, LOCALES[index % LOCALES.length] ?? 'fr');
        const requested: string[] = [];
        const { page, problems } = await openWatched(browser, site + path, {
          viewport: { width, height: 800 },
        });
        page.on('request', (request) => requested.push(request.url()));
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
        expect(problems, path).toEqual([]);
        expect(requested.filter((url) => /mermaid\.|mermaid@/.test(url))).toEqual([]);
        await page.context().close();
      }
    },
  );
});

/** The words of stacks that leave their box, as the page's own face draws them. */
const strayWords = (page: Page) =>
  page.locator('.stack g[data-id] > text').evaluateAll((lines) =>
    lines
      .filter((line) => {
        const words = line.getBoundingClientRect();
        const box = line.parentElement?.querySelector('rect')?.getBoundingClientRect();
        return (
          !box ||
          words.left < box.left - 0.5 ||
          words.right > box.right + 0.5 ||
          words.top < box.top - 0.5 ||
          words.bottom > box.bottom + 0.5
        );
      })
      .map((line) => line.textContent),
  );
