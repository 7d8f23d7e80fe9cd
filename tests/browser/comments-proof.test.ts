import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { forgetRules } from '../../src/comments/spam/rule-book.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { openWatched } from './support/watched-page.ts';

const PAGE = '/fr/tutoriels/hybride/#comments';

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

/** The comment that waits with these words in it. */
async function waiting(words: string) {
  const { comments } = await served.service.store.queue({ state: 'pending', limit: 50 });
  return comments.find(({ raw }) => raw.includes(words));
}

async function open() {
  const reader = await openWatched(browser, served.base + PAGE);
  const asked: string[] = [];
  reader.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await reader.page.locator('comment-thread:defined').waitFor();
  return { ...reader, asked };
}

async function write(page: Awaited<ReturnType<typeof open>>['page'], comment: string) {
  await page.locator('#comment-name').fill('Awa');
  await page.locator('#comment-email').fill('awa@example.org');
  await page.locator('#comment-comment').fill(comment);
}

test('a page that is only read asks for no challenge; the first focus in the form does, once', async () => {
  const { page, asked, problems } = await open();
  await page.waitForLoadState('networkidle');
  const challenges = () => asked.filter((path) => path === '/comments/challenge').length;
  expect(challenges()).toBe(0);
  expect(asked.filter((path) => path.includes('worker'))).toEqual([]);
  await page.locator('#comment-name').focus();
  // The network may be idle between the worker's file and what the worker asks for.
  await expect.poll(challenges, { timeout: 10_000 }).toBe(1);
  expect(asked.some((path) => path.includes('proof.worker'))).toBe(true);
  await page.locator('#comment-comment').focus();
  await page.evaluate(() => fetch('/favicon.svg').then((answer) => answer.text()));
  expect(challenges()).toBe(1);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('what is written with JavaScript comes with its proof, and typing does not wait for it', async () => {
  const { page, problems } = await open();
  await write(page, 'Avec preuve');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Merci. Votre commentaire est bien arrivé').waitFor();
  const rules = (await waiting('Avec preuve'))?.signals.map(({ rule }) => rule);
  expect(rules?.filter((rule) => rule !== 'too-fast')).toEqual([]);

  // A second comment has a proof of its own.
  await write(page, 'Encore une');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect.poll(() => waiting('Encore une')).toBeTruthy();
  const more = (await waiting('Encore une'))?.signals.map(({ rule }) => rule);
  expect(more?.filter((rule) => rule !== 'too-fast')).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a proof that the service does not take is made anew, once, without the author noticing', async () => {
  const { page, asked } = await open();
  const posts: string[] = [];
  await page.route('**/comments/threads/hybrid', async (route) => {
    const body = new URLSearchParams(route.request().postData() ?? '');
    if (body.get('intent') === 'send') posts.push(body.get('altcha') ?? '');
    if (posts.length === 1 && body.get('intent') === 'send') {
      body.set('altcha', 'e30=');
      await route.continue({ postData: body.toString() });
    } else await route.continue();
  });
  await write(page, 'Preuve refusée');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Merci. Votre commentaire est bien arrivé').waitFor();
  expect(posts).toHaveLength(2);
  expect(posts[0]).not.toBe(posts[1]);
  expect(asked.filter((path) => path === '/comments/challenge')).toHaveLength(2);
  expect(await waiting('Preuve refusée')).toBeTruthy();
  await page.context().close();
});

test('where no challenge is to be had, the comment goes without and waits', async () => {
  const { page } = await open();
  await page.route('**/comments/challenge', (route) => route.abort());
  await write(page, 'Sans preuve');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Merci. Votre commentaire est bien arrivé').waitFor();
  expect((await waiting('Sans preuve'))?.signals).toEqual([{ rule: 'no-proof' }]);
  await page.context().close();
});

test('nobody meets the trap: not by eye, not by Tab, not by ear', async () => {
  const { page } = await open();
  const trap = page.locator('[name="subject"]');
  const box = await trap.evaluate((field) => {
    const around = field.closest('label');
    return { width: around?.offsetWidth, hidden: around?.getAttribute('aria-hidden') };
  });
  expect(box).toEqual({ width: 1, hidden: 'true' });
  await page.locator('#comment-website').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).not.toBe(
    'subject',
  );
  expect(await page.getByRole('textbox', { name: 'Laissez ce champ vide' }).count()).toBe(0);
  await page.context().close();
});

test('a thread that was closed after the build shows no form, and shows it again when it opens', async () => {
  const { store } = served.service;
  const set = async (state: 'closed' | null) => {
    await store.setThread({ tutorial: 'hybrid', state, moderator: 'ann', at: Date.now() });
    forgetRules(store);
  };
  await set('closed');
  const closed = () => open().then(({ page }) => page);
  await expect
    .poll(
      async () => {
        const page = await closed();
        const told = await page
          .getByText('Les commentaires de ce tutoriel sont fermés.')
          .waitFor({ timeout: 1_000 })
          .then(() => page.locator('.comment-form').isVisible())
          .catch(() => null);
        await page.context().close();
        return told;
      },
      { timeout: 20_000 },
    )
    .toBe(false);
  await set(null);
});

test('the worker weighs less than 3 kB', () => {
  const folder = join(inject('siteFolder'), '_astro');
  const workers = readdirSync(folder).filter((file) => file.includes('proof.worker'));
  expect(workers).toHaveLength(1);
  expect(gzipSync(readFileSync(join(folder, workers[0] ?? ''))).byteLength).toBeLessThan(3_000);
});
