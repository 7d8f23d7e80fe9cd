import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WINDOW } from '../../src/comments/mail/moderator-jobs.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { type MailedService, startMailedService } from '../service/support/mailed-service.ts';
import type { ReceivedMail } from '../support/mail-server.ts';

const HOSTILE =
  'Et avec <strong>Kata</strong> ?\n\n<script>document.title = "run"</script>' +
  `<img src="x" onerror="document.title = 'run'"> ${'longmotsansespace'.repeat(30)}`;

let browser: Browser;
let mailed: MailedService;
let mails: Record<Locale, ReceivedMail>;
let ids: string[];

beforeAll(async () => {
  browser = await launchChromium();
  // The pages' own address, so that their forms are their own.
  mailed = await startMailedService({ COMMENTS_URL: '' });
  await mailed.addModerator('fr', { locale: 'fr' });
  await mailed.addModerator('en', { locale: 'en' });
  ids = [await mailed.post({ comment: HOSTILE }), await mailed.post({ comment: 'Second' })];
  await mailed.pass(WINDOW.each);
  const [one, two] = await mailed.mails.received(2);
  const french = [one, two].find((mail) => mail?.to[0]?.startsWith('fr@'));
  const english = [one, two].find((mail) => mail?.to[0]?.startsWith('en@'));
  if (!french || !english) throw new Error('not both were mailed');
  mails = { fr: french, en: english };
});
afterAll(async () => {
  await browser.close();
  await mailed.stop();
});

/** A link of a mail, at the port where the service listens. */
const here = (link = ''): string => mailed.running.base + new URL(link).pathname;
const actLinks = (locale: Locale): string[] =>
  mails[locale].links.filter((link) => link.includes('/act/')).map(here);
const stopLink = (locale: Locale): string =>
  here((mails[locale].header('List-Unsubscribe') ?? '').slice(1, -1));

async function withPage(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * What does not hold for a mail: it is no page of a site, so it has no landmarks and no first
 * heading; and its ground is the reader's own, which axe takes for white in the dark too.
 */
const NO_PAGE: ReadonlySet<string> = new Set([
  'color-contrast',
  'landmark-one-main',
  'page-has-heading-one',
  'region',
]);

const SHOWN = {
  'the comment of a mail': (page: Page, locale: Locale) => page.goto(actLinks(locale)[0] ?? ''),
  'the end of mails': (page: Page, locale: Locale) => page.goto(stopLink(locale)),
  'the mail itself': (page: Page, locale: Locale) =>
    page.setContent(mails[locale].email.html ?? ''),
} as const;

describe.each(Object.keys(SHOWN) as (keyof typeof SHOWN)[])('%s', (name) => {
  test.each([
    ['fr', 'light', 320],
    ['fr', 'dark', 1280],
    ['en', 'dark', 320],
  ] as const)('in %s, %s, %i px wide: no fault, nothing cut off', async (locale, scheme, width) => {
    const viewport = { width, height: 800 };
    await withPage({ viewport, colorScheme: scheme }, async (page) => {
      await SHOWN[name](page, locale);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const ours = violations.filter(({ id }) => name !== 'the mail itself' || !NO_PAGE.has(id));
      expect(ours.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overflow).toBe(0);
      expect(await page.title()).not.toBe('run');
    });
  });
});

test('without JavaScript and by keyboard, the link approves once', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(actLinks('en')[1] ?? '');
    const approve = page.getByRole('button', { name: 'Approve' });
    for (let n = 0; n < 20; n += 1) {
      await page.keyboard.press('Tab');
      if (await approve.evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('This comment is approved.');
    expect(await page.getByRole('button').count()).toBe(0);
  });
  const comment = await mailed.running.service.store.findComment(ids[1] ?? '');
  expect(comment?.state).toBe('approved');
});
