import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openWatched } from './watched-page.ts';

/** The page at `url` with its diagram `id` in sight and awake. */
export async function openDiagram(
  browser: Browser,
  url: string,
  id: string,
  options: BrowserContextOptions,
) {
  const { page, problems } = await openWatched(browser, url, options);
  const diagram = page.locator(`#diagram-${id}`);
  await diagram.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('stack-explorer'));
  return { page, problems, diagram };
}

/** Chooses by the native control that a reader uses, through its label. */
export const choose = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`[name="${name}"][value="${value}"]`).check();
