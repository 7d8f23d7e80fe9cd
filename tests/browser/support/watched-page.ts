import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

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
  page.on('requestfailed', (request) => {
    // Aborted is what the page itself gave up, or what was under way when it was left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      problems.push(`failed: ${request.url()}`);
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
