import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { LOCALES } from '../../src/i18n/locales.ts';
import { quizPath } from '../../src/i18n/routes.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { printedPlaces } from './support/pdf-places.ts';
import { TUTORIALS } from './support/site-pages.ts';

const site = inject('siteUrl');
const SHEETS = TUTORIALS.flatMap(({ id, path }) =>
  LOCALES.map((locale) => ({ id, locale, path: quizPath(path[locale]) })),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
}

describe.each(SHEETS)('the sheet $path', ({ path }) => {
  test('is printed with no question cut from its answers, and the key on a page of its own', async () => {
    const page = await open(path);
    const count = await page.locator('.question').count();
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const of = (n: number) => `.question:nth-of-type(${String(n)})`;
    const { pages, places } = await printedPlaces(page, {
      answers: '.quiz-answers',
      ...Object.fromEntries(
        numbers.flatMap((n) => [
          [`ask-${String(n)}`, `${of(n)} > fieldset > legend`],
          [`last-${String(n)}`, `${of(n)} > fieldset > :last-child`],
          [`key-${String(n)}`, `${of(n)} .key-items > :first-child`],
        ]),
      ),
    });
    const place = (name: string) => places.get(name) ?? { page: 0, top: 0 };
    const key = place('answers');
    const cut = numbers.filter(
      (n) => place(`ask-${String(n)}`).page !== place(`last-${String(n)}`).page,
    );
    expect(cut).toEqual([]);
    // At the top of its page, with no question on that page or after it.
    expect(key.top).toBeLessThan(100);
    expect(numbers.filter((n) => place(`last-${String(n)}`).page >= key.page)).toEqual([]);
    const keys = numbers.map((n) => place(`key-${String(n)}`).page);
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    expect(keys.filter((each) => each < key.page || each > pages)).toEqual([]);
    await page.context().close();
  });
});

test('printed, it has lines for a name and a date, and nothing for the screen alone', async () => {
  const page = await open(SHEETS[0]?.path ?? '');
  const lines = page.locator('.quiz-page-lines span');
  await expect(lines.first().isVisible()).resolves.toBe(false);
  await page.emulateMedia({ media: 'print' });
  await expect(lines.allTextContents()).resolves.toEqual(['Nom', 'Date']);
  await expect(lines.first().isVisible()).resolves.toBe(true);
  await expect(page.locator('#teachers').isVisible()).resolves.toBe(false);
  await page.context().close();
});

test('without JavaScript, questions, keys and files are there', async () => {
  for (const { path } of SHEETS.slice(0, 2)) {
    const page = await open(path, false);
    await expect(page.locator('.question .key-why').count()).resolves.toBeGreaterThan(20);
    await expect(page.locator('.quiz-files a').count()).resolves.toBe(12);
    await page.locator('.quiz-downloads summary').first().click();
    await expect(page.locator('.quiz-downloads details li').first().isVisible()).resolves.toBe(
      true,
    );
    await page.context().close();
  }
});

describe('every file that a sheet offers', () => {
  test.each(SHEETS)('of $path is what it is called', async ({ path, id }) => {
    const page = await open(path, false);
    const links = await page
      .locator('.quiz-files a')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    const starts = {
      gift: '$CATEGORY: $course$/top/Strates/',
      xml: '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n',
      zip: 'PK\u0003\u0004',
    } as const;
    for (const link of links) {
      const response = await fetch(link);
      expect(response.status).toBe(200);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const ending = link.split('.').at(-1) as keyof typeof starts;
      expect(strFromU8(bytes.slice(0, 60)).startsWith(starts[ending])).toBe(true);
      if (ending === 'zip') expect(Object.keys(unzipSync(bytes))).toContain('imsmanifest.xml');
      const names = [`/quiz/${id}.`, '/quiz/all.both.'];
      expect(names.some((name) => new URL(link).pathname.startsWith(name))).toBe(true);
    }
    await page.context().close();
  });
});
