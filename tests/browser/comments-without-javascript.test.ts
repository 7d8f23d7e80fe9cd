import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { becomeModerator } from './support/moderate.ts';
import { SOON } from './support/soon.ts';

let browser: Browser;
let served: ServedComments;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
  page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const heading = () => page.locator('h1').innerText();

test('a reader previews, corrects, sends, and is told that the comment waits', async () => {
  const lesson = `${served.base}/fr/tutoriels/hybride/`;
  await page.goto(lesson);
  await page.getByLabel('Nom').fill('Awa');
  await page.getByLabel('Adresse de messagerie').fill('awa@example');
  await page.getByLabel('Site web').fill('https://example.org');
  await page
    .getByRole('textbox', { name: 'Commentaire' })
    .fill('Un <b>mot</b> <u>souligné</u>\net <code>a < b</code>');
  await page.getByRole('button', { name: 'Aperçu' }).click();
  expect(await page.locator('.comment-preview .comment-body').innerHTML()).toBe(
    '<p>Un <b>mot</b> souligné<br>et <code>a &lt; b</code></p>',
  );
  expect(await page.locator('.comment-removals').innerText()).toContain('<u>');

  await page.getByRole('button', { name: 'Envoyer' }).click();
  expect(await page.title()).toContain('Erreur');
  await page.getByRole('link', { name: /Corrigez l’adresse de messagerie/ }).click();
  expect(page.url()).toContain('#comment-email');
  const email = page.getByLabel('Adresse de messagerie');
  expect(await email.getAttribute('aria-describedby')).toContain('comment-email-error');
  expect(await page.getByRole('textbox', { name: 'Commentaire' }).inputValue()).toBe(
    'Un <b>mot</b> <u>souligné</u>\net <code>a < b</code>',
  );
  await email.fill('awa@example.org');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  expect(await heading()).toBe('Votre commentaire attend la modération');
  await page.getByRole('link', { name: /Revenir au tutoriel/ }).click();
  expect(page.url()).toBe(`${lesson}#comments`);
});

test('a moderator signs in, approves, undoes, and decides for several at once', async () => {
  await becomeModerator(page, served);
  await page.getByRole('button', { name: 'Approuver le commentaire de Awa' }).click();
  expect(await page.getByRole('status').innerText()).toContain('Un commentaire approuvé.');
  const approved = await served.service.store.approvedComments('hybrid');
  expect(approved.map(({ name }) => name)).toEqual(['Awa']);
  await page.getByRole('button', { name: 'Annuler' }).click();
  expect(await page.getByRole('status').innerText()).toContain('Décision annulée');
  expect(await served.service.store.approvedComments('hybrid')).toEqual([]);

  await page.getByRole('checkbox', { name: 'Cocher le commentaire de Awa' }).check();
  // Enter on a checkbox would press the form's first button; it must decide nothing.
  await page.keyboard.press('Enter');
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
  await page.locator('.queue-bulk').getByRole('button', { name: 'Approuver' }).click();
  expect(await page.getByRole('status').innerText()).toContain('Un commentaire approuvé.');
  await page.getByRole('link', { name: /Approuvés/ }).click();
  expect(await page.locator('.queue-author').allInnerTexts()).toEqual(['Awa']);
  await page.getByRole('link', { name: 'English' }).click();
  expect(page.url()).toBe(`${served.base}/moderation/en/approved`);
  await page.getByRole('button', { name: 'Sign out (Modératrice)' }).click();
  expect(await heading()).toBe('Sign in');
});

test('the author finds the comment published where the receipt was', async () => {
  const [comment] = await served.service.store.approvedComments('hybrid');
  expect(comment?.html).toContain('<code>a &lt; b</code>');
  await page.goBack();
  expect(await page.locator('h1').count()).toBe(1);
});

test('a second click on Send, for the first seemed to do nothing, sends nothing twice', async () => {
  let posts = 0;
  await page.route('**/comments/threads/hybrid', async (route) => {
    posts += 1;
    // The first arrives, and its answer never does.
    if (posts === 1) await route.fetch({ maxRedirects: 0 });
    else await route.continue();
  });
  await page.goto(`${served.base}/fr/tutoriels/hybride/`);
  await page.getByLabel('Nom').fill('Bachir');
  await page.getByLabel('Adresse de messagerie').fill('bachir@example.org');
  await page.getByRole('textbox', { name: 'Commentaire' }).fill('Une seule fois');
  await page.getByRole('button', { name: 'Envoyer' }).hover();
  // By hand, for a click of Playwright's own waits until a page comes.
  const click = async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
  const waiting = async () => {
    const { comments } = await served.service.store.queue({ state: 'pending', limit: 10 });
    return comments.map(({ raw }) => raw);
  };
  await click();
  await expect.poll(waiting, SOON).toEqual(['Une seule fois']);
  await click();
  await page.getByRole('heading', { name: 'Votre commentaire attend la modération' }).waitFor();
  expect(await page.locator('.comment-body').innerText()).toBe('Une seule fois');
  expect(posts).toBe(2);
  expect(await waiting()).toEqual(['Une seule fois']);
});
