import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { SOON } from './support/soon.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { openWatched } from './support/watched-page.ts';

let browser: Browser;
let served: ServedComments;
beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

test('while the service is away the page says so, keeps the draft, and sends it later', async () => {
  const { page } = await openWatched(browser, 'about:blank');
  await page.route('**/comments/**', (route) => route.abort());
  await page.goto(`${served.base}/en/tutorials/hybrid/#comments`);
  const notice = page.locator('.comment-notice');
  await expect
    .poll(() => notice.innerText(), SOON)
    .toContain('The comments service is not responding');
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Email address').fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Written while nobody listened');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => notice.innerText(), SOON).toContain('nothing was sent');

  await page.reload();
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await expect.poll(() => comment.inputValue(), SOON).toBe('Written while nobody listened');
  expect(await page.getByLabel('Email address').inputValue()).toBe('ada@example.org');

  await page.unroute('**/comments/**');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => notice.innerText(), SOON).toContain('Your comment has arrived');
  await page.reload();
  await page.locator('.comment-waiting').waitFor();
  expect(await comment.inputValue()).toBe('');
  const { comments } = await served.service.store.queue({ state: 'pending', limit: 5 });
  expect(comments.map(({ raw, locale }) => [raw, locale])).toEqual([
    ['Written while nobody listened', 'en'],
  ]);
  await page.context().close();
});

test('a service that answers nonsense is away as well', async () => {
  const { page } = await openWatched(browser, 'about:blank');
  await page.route('**/comments/threads/**', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
  );
  await page.goto(`${served.base}/en/tutorials/hybrid/#comments`);
  await expect
    .poll(() => page.locator('.comment-notice').innerText(), SOON)
    .toContain('is not responding');
  await page.context().close();
});
