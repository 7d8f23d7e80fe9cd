import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { firstInvitation } from '../../src/comments/moderation/invitations.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
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

/** What a screen reader would say of the focused element: its name, or its text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels = (element as HTMLInputElement | null)?.labels;
    const text =
      labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent;
    return (text ?? '').replace(/\s+/g, ' ').trim();
  });

/** Tab after Tab, until what has the focus is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const found = (text: string) =>
    typeof name === 'string' ? text.startsWith(name) : name.test(text);
  for (let stops = 0; stops < 400; stops += 1) {
    await page.keyboard.press('Tab');
    if (found(await focused(page))) return;
  }
  throw new Error(`No Tab leads to ${String(name)}; the last stop was: ${await focused(page)}`);
}

test('read, question, answer, comment and moderate: the whole path by keyboard', async () => {
  const reader = await openWatched(browser, `${served.base}/fr/`);
  const { page } = reader;

  await tabTo(page, 'Commencer');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tutoriels/virtualisation/');
  expect(await page.locator('h1').innerText()).toContain('virtualisation');

  // A diagram: three guests, then the hypervisor falls.
  const figure = page.locator('stack-explorer#diagram-virtual');
  await figure.scrollIntoViewIfNeeded();
  await page.locator('stack-explorer#diagram-virtual:defined').waitFor();
  await figure.locator('input[type=radio]').first().focus();
  const before = await figure.innerText();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figure.innerText()).not.toBe(before);
  expect(new URL(page.url()).search).toContain('virtual.');

  // A quiz: choose by arrow, check, be told why.
  const question = page.locator('.question[data-type=choice]').first();
  await question.scrollIntoViewIfNeeded();
  await page.locator('quiz-form[data-awake]').first().waitFor();
  await question.locator('input').first().focus();
  await page.keyboard.press('Space');
  await tabTo(page, 'Vérifier');
  await page.keyboard.press('Enter');
  await expect.poll(() => question.innerText()).toMatch(/(Juste|Faux|Exact|Non|Oui|Bonne|Pas)/);

  // A comment.
  const thread = page.locator('comment-thread');
  await thread.scrollIntoViewIfNeeded();
  await page.locator('comment-thread:defined').waitFor();
  await tabTo(page, 'Nom');
  await page.keyboard.type('Awa');
  await tabTo(page, 'Adresse de messagerie');
  await page.keyboard.type('awa@example.org');
  await tabTo(page, 'Commentaire');
  await page.keyboard.type('Et <strong>Kata</strong>, une VM par pod ?');
  await tabTo(page, 'Envoyer');
  await page.keyboard.press('Enter');
  await page.locator('.comment-waiting').waitFor();
  expect(await page.locator('.comment-waiting').innerText()).toContain('En attente de modération');

  // The moderator takes up the link that the start printed, and approves.
  const link = await firstInvitation(served.service.store, served.service.now());
  const moderator = await openWatched(
    browser,
    `${served.base}${(link ?? '').replace('/moderation/', '/moderation/fr/')}`,
  );
  await tabTo(moderator.page, 'Nom');
  await moderator.page.keyboard.type('Modératrice');
  await tabTo(moderator.page, 'Adresse de messagerie');
  await moderator.page.keyboard.type('moderatrice@example.org');
  await tabTo(moderator.page, 'Mot de passe');
  await moderator.page.keyboard.type('quatre mots sans rapport');
  await moderator.page.keyboard.press('Enter');
  await moderator.page.waitForURL('**/moderation/fr/pending');
  await tabTo(moderator.page, 'Cocher');
  await tabTo(moderator.page, 'Approuver');
  await moderator.page.keyboard.press('Enter');
  await moderator.page.getByText('Un commentaire approuvé.').waitFor();

  // Then everybody reads it.
  const other = await openWatched(browser, `${served.base}/en/tutorials/virtualization/#comments`);
  const published = other.page.locator('.comment-list .comment');
  await published.waitFor();
  expect(await published.locator('.comment-body strong').innerText()).toBe('Kata');
  expect([...reader.problems, ...other.problems]).toEqual([]);
});
