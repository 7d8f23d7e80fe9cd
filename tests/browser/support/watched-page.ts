import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { watchLeaving } from './left-behind.ts';

/** A page and everything that went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors and warnings, exceptions, refused resources, in the order of their happening. */
  readonly problems: readonly string[];
}

/** Opens a page of its own context and writes down what goes wrong on it. */
export async function openWatched(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const leftBehind = watchLeaving(page);
  page.on('requestfailed', (request) => {
    const aborted = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!aborted || !leftBehind(request)) problems.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    const missingPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !missingPage) {
      problems.push(`${String(response.status())}: ${response.url()}`);
    }
  });
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return { page, problems };
}
