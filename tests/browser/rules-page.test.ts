import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { becomeModerator } from './support/moderate.ts';
import { openWatched } from './support/watched-page.ts';

let browser: Browser;
let served: ServedComments;
let session: Exclude<BrowserContextOptions['storageState'], undefined>;
beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
  const context = await browser.newContext({ locale: 'fr-FR' });
  await becomeModerator(await context.newPage(), served);
  session = await context.storageState();
  await context.close();
  const { store, now } = served.service;
  const long = 'un-nom-de-site-sans-la-moindre-espace-qui-deborderait.example';
  for (const [kind, value] of [
    ['website', long],
    ['word', 'casino'],
    ['network', 'Ab3dEfGhIjKlMnOpQrStUv'],
  ] as const) {
    const block = { id: kind, kind, value, moderator: null, createdAt: now(), expiresAt: null };
    await store.addBlock(block);
  }
  await store.setThread({ tutorial: 'hybrid', state: 'closed', moderator: 'x', at: now() });
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const open = (path: string, options: BrowserContextOptions = {}) =>
  openWatched(browser, served.base + path, { storageState: session, ...options });

describe.each(['fr', 'en'])('the page of rules in %s', (locale) => {
  test.each([
    ['light', 1440],
    ['dark', 320],
  ] as const)('has nothing that axe minds, %s, %d pixels wide', async (colorScheme, width) => {
    const size = { colorScheme, viewport: { width, height: 800 } };
    const { page, problems } = await open(`/moderation/${locale}/rules?done=added`, size);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

test('a rule is made and taken away by keyboard, without JavaScript', async () => {
  const { page } = await open('/moderation/fr/rules', { javaScriptEnabled: false });
  await page.locator('#kind').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await page.getByText('Écrivez un mot d’au moins 2 lettres').first().waitFor();
  const value = page.locator('#value');
  expect(await value.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await page.locator('#kind').inputValue()).toBe('word');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('xyz');
  await page.keyboard.press('Enter');
  await page.getByText('C’est bloqué.').waitFor();
  await page.getByRole('button', { name: /Débloquer «\sxyz\s»/ }).press('Enter');
  await page.getByText('C’est débloqué.').waitFor();
  await page.context().close();
});

test('a thread is opened again, and the page says so', async () => {
  const { page } = await open('/moderation/en/rules');
  await page.getByRole('button', { name: /^Keep open comments on “Combining/ }).click();
  await page.getByText(/stay open, whatever the age/).waitFor();
  const [thread] = await served.service.store.threadStates();
  expect(thread).toMatchObject({ tutorial: 'hybrid', state: 'open' });
  await page.context().close();
});
