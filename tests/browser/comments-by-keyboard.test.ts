import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { SOON } from './support/soon.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { becomeModerator } from './support/moderate.ts';
import { openWatched, type WatchedPage } from './support/watched-page.ts';

let browser: Browser;
let served: ServedComments;
let reader: WatchedPage;
beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
  reader = await openWatched(browser, `${served.base}/fr/tutoriels/hybride/#comments`);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

/** Tab until the element with this id has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let n = 0; n < 80 && (await focused(page)) !== id; n += 1) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(id);
}

test('errors, preview and sending, without the mouse and without leaving the page', async () => {
  const { page } = reader;
  await page.locator('comment-thread:defined').waitFor();
  await tabTo(page, 'comment-name');
  await page.keyboard.type('Awa');
  await tabTo(page, 'comment-comment');
  await page.keyboard.type('Un <b>mot</b> <u>souligné</u>');
  // Past the toolbar, which is one stop, the box for mails and the preview.
  await page.locator('.comment-tools').waitFor();
  const send = page.getByRole('button', { name: 'Envoyer' });
  for (
    let n = 0;
    n < 6 && !(await send.evaluate((node) => node === document.activeElement));
    n += 1
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const summary = page.locator('.comment-summary');
  await summary.waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('comment-summary');
  expect(await summary.innerText()).toContain('Indiquez votre adresse de messagerie.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page), SOON).toBe('comment-email');
  await page.keyboard.type('awa@example.org');

  await page.keyboard.press('Enter');
  const preview = page.locator('.comment-preview');
  await preview.waitFor();
  expect(await summary.count()).toBe(0);
  expect(await preview.locator('.comment-body').innerHTML()).toBe('<p>Un <b>mot</b> souligné</p>');
  expect(await preview.locator('.comment-removals').innerText()).toContain('<u>');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('comment-preview');

  // The preview stands right after the form: one step back is the button that sends.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await page.getByText('Merci. Votre commentaire est bien arrivé').waitFor();
  expect(new URL(page.url()).pathname).toBe('/fr/tutoriels/hybride/');
  expect(await page.locator('.comment-waiting .comment-body').innerHTML()).toBe(
    '<p>Un <b>mot</b> souligné</p>',
  );
  // Somebody has commented: the reader.
  expect(await page.locator('.comments-empty').isVisible()).toBe(false);
  expect(await page.locator('#comment-comment').inputValue()).toBe('');
});

test('the author still sees it after a reload; nobody else does', async () => {
  const { page } = reader;
  await page.reload();
  await page.locator('.comment-waiting').waitFor();
  expect(await page.locator('.comment-waiting').innerText()).toContain('En attente de modération');
  expect(await page.locator('.comments-empty').isVisible()).toBe(false);
  const other = await openWatched(browser, `${served.base}/fr/tutoriels/hybride/#comments`);
  await other.page.locator('comment-thread:defined').waitFor();
  await other.page.waitForLoadState('networkidle');
  expect(await other.page.locator('.comment').count()).toBe(0);
  expect(await other.page.locator('.comments-empty').isVisible()).toBe(true);
  expect(other.problems).toEqual([]);
  await other.page.context().close();
});

test('a moderator reads the queue, approves, undoes and rejects with single keys', async () => {
  const { page, problems } = await openWatched(browser, `${served.base}/moderation/fr/sign-in`);
  await becomeModerator(page, served);
  expect(await page.locator('.queue-keys').isVisible()).toBe(true);
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('queue-item');
  await page.keyboard.press('a');
  await page.getByText('Un commentaire approuvé.').waitFor();
  await page.keyboard.press('u');
  await page.getByText('Décision annulée').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  expect(await page.getByRole('checkbox', { name: /Cocher/ }).isChecked()).toBe(true);

  // Switched off, the letters are letters.
  await page.getByRole('checkbox', { name: 'Raccourcis d’une lettre' }).uncheck();
  await page.keyboard.press('a');
  await page.reload();
  expect(await page.getByRole('checkbox', { name: 'Raccourcis d’une lettre' }).isChecked()).toBe(
    false,
  );
  expect((await served.service.store.countByState()).pending).toBe(1);
  await page.getByRole('checkbox', { name: 'Raccourcis d’une lettre' }).check();
  await page.locator('body').press('j');
  await page.keyboard.press('a');
  await page.getByText('Un commentaire approuvé.').waitFor();
  // A key may leave the page before its icon has come.
  expect(problems.filter((text) => !text.includes('icon.svg'))).toEqual([]);
  await page.context().close();
});

test('then everybody reads it, in both languages, and the author’s copy no longer waits', async () => {
  const { page, problems } = reader;
  await page.reload();
  const comment = page.locator('.comment-list .comment');
  await comment.waitFor();
  expect(await comment.locator('.comment-author').innerText()).toBe('Awa');
  expect(await page.locator('.comment-waiting').count()).toBe(0);
  expect(await page.locator('.comments-empty').isVisible()).toBe(false);
  const english = await openWatched(browser, `${served.base}/en/tutorials/hybrid/#comments`);
  await english.page.locator('.comment').waitFor();
  expect(await english.page.locator('.comment-language').innerText()).toBe('written in French');
  expect(await english.page.locator('.comment-body').getAttribute('lang')).toBe('fr');
  const time = english.page.locator('.comment time');
  expect(await time.innerText()).toMatch(/^now$|ago$/);
  expect(await time.getAttribute('title')).toMatch(/^[A-Z][a-z]+ \d+, \d{4} at /);
  expect([...problems, ...english.problems].filter((text) => !text.includes('422'))).toEqual([]);
});
