import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { OutboxRunner } from '../../src/comments/mail/outbox-runner.ts';
import { startServiceOutbox } from '../../src/comments/mail/service-outbox.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { freePort } from '../support/free-port.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { openWatched } from './support/watched-page.ts';

const AWA = 'awa@example.org';

let browser: Browser;
let mails: MailServer;
let served: ServedComments;
let outbox: OutboxRunner;
beforeAll(async () => {
  browser = await launchChromium();
  mails = await startMailServer();
  const env = { SMTP_URL: mails.url, MAIL_FROM: 'Strates <strates@strates.example>' };
  // Mails name the site's own address.
  served = await serveTogether(inject('siteFolder'), await freePort(), env);
  outbox = startServiceOutbox(served.service);
});
afterAll(async () => {
  await browser.close();
  await outbox.stop();
  await served.stop();
  await mails.stop();
});

/** The link of the last mail that leads to a page of this name. */
async function mailedLink(count: number, page: string): Promise<string> {
  served.service.bell?.ring();
  const mail = (await mails.received(count)).at(-1);
  return mail?.links.find((link) => link.includes(`/${page}/`)) ?? '';
}

async function writeComment(page: Page, text: string): Promise<void> {
  await page.locator('#comment-name').fill('Awa');
  // What comes with the first focus is there before the page is left.
  await page.locator('.comment-tools').waitFor();
  await page.locator('#comment-email').fill(AWA);
  await page.locator('#comment-comment').fill(text);
  await page.getByLabel('M’écrire quand quelqu’un répond').check();
  await page.getByRole('button', { name: 'Envoyer' }).click();
}

const subscriptions = () => served.service.store.subscriptionsOf(AWA);

test('whoever wants replies confirms once: the browser that opened the link is known after', async () => {
  const { page, problems } = await openWatched(browser, `${served.base}/fr/tutoriels/hybride/`);
  await page.locator('#comments').scrollIntoViewIfNeeded();
  await page.locator('comment-thread:defined').waitFor();
  await writeComment(page, 'Une première question');
  await expect.poll(async () => (await subscriptions()).length).toBe(1);
  expect((await subscriptions())[0]?.confirmedAt).toBeNull();

  await page.goto(await mailedLink(1, 'confirm'));
  await page.getByRole('button', { name: 'Confirmer', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor();
  await page.getByRole('link', { name: 'Revenir au tutoriel' }).click();
  // The proof goes from the address bar into the browser's own memory.
  await page.waitForURL('**/fr/tutoriels/hybride/#comments');
  // One's own comment is shown there: what that takes is fetched before the page is left.
  await page.getByText('Une première question').waitFor();
  const kept = await page.evaluate(() => localStorage.getItem('strates') ?? '');
  expect((JSON.parse(kept) as { commenter?: string }).commenter).toMatch(/^[\w-]{22}$/);

  await page.goto(`${served.base}/fr/tutoriels/conteneurisation/#comments`);
  await page.locator('comment-thread:defined').waitFor();
  await writeComment(page, 'Une seconde, ailleurs');
  await expect.poll(async () => (await subscriptions()).length).toBe(2);
  const all = await subscriptions();
  expect(all.map(({ confirmedAt }) => confirmedAt !== null)).toEqual([true, true]);
  expect(mails.mails).toHaveLength(1);
  expect(problems).toEqual([]);
  await page.context().close();
});

test.each([
  ['fr', 'light', 'Recevoir le lien'],
  ['en', 'dark', 'Send me the link'],
] as const)(
  'one’s own data is seen and erased without JavaScript, in %s',
  async (locale, colorScheme, button) => {
    const email = `${locale}@example.org`;
    const sofar = mails.mails.length;
    const { service } = served;
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme });
    const page = await context.newPage();
    await page.goto(`${served.base}/${locale === 'fr' ? 'fr/confidentialite' : 'en/privacy'}/`);
    await page.locator('a[href$="/personal"]').click();
    await page.locator('#email').fill('not an address');
    await expectSound(page, locale, colorScheme);
    const body = new URLSearchParams({
      intent: 'send',
      locale,
      name: 'Zoé',
      email,
      website: '',
      comment: `Un mot de ${locale}`,
    });
    await fetch(`${served.base}/comments/threads/hybrid`, { method: 'POST', body });
    await page.locator('#email').fill(email);
    await page.getByRole('button', { name: button }).click();
    const link = await mailedLink(sofar + 1, 'personal');
    await page.goto(link);
    await expectSound(page, locale, colorScheme, link);
    expect(await page.locator('.personal-comments li').count()).toBe(1);
    await page.locator('input[name=how][value=everything]').check();
    await page.locator('input[name=sure]').check();
    await page.locator('button[value=erase]').click();
    expect(await page.locator('h1').innerText()).toMatch(/effacé|erased/);
    await expectSound(page, locale, colorScheme);
    expect(await service.store.holdsAnything(email)).toBe(false);
    await context.close();
  },
);

/** No fault that axe can see, in the page's language, and nothing that sticks out on a small phone. */
async function expectSound(
  page: Page,
  locale: string,
  colorScheme: 'light' | 'dark',
  address?: string,
): Promise<void> {
  const html = await page.content();
  // The page of the test has no JavaScript: the same markup is looked at in one that has.
  const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 } });
  const other = await context.newPage();
  if (address === undefined) {
    await other.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') await route.continue();
      else await route.fulfill({ contentType: 'text/html', body: html });
    });
    await other.goto(`${served.base}/comments/look`);
  } else await other.goto(address);
  await other.evaluate(axe.source);
  const found = await other.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return {
      lang: document.documentElement.lang,
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      wide: document.documentElement.scrollWidth > innerWidth,
    };
  });
  expect(found).toEqual({ lang: locale, violations: [], wide: false });
  await context.close();
}
