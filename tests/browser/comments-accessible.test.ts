import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { becomeModerator } from './support/moderate.ts';
import { SOON } from './support/soon.ts';

let browser: Browser;
let served: ServedComments;
/** The cookie of a moderator. */
let session: Exclude<BrowserContextOptions['storageState'], undefined>;

const COMMENTS = [
  'Et avec <strong>Kata</strong>, une VM par pod ?\n\n<blockquote>Un espace sépare</blockquote>',
  '<script>x</script><u>Rien</u> <a href="javascript:x">là</a><!-- c -->',
  'longmotsansespace'.repeat(40),
];

beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await becomeModerator(page, served);
  session = await context.storageState();
  for (let n = 0; n < 24; n += 1) await post(COMMENTS[n % 3] ?? '', n);
  await page.goto(`${served.base}/moderation/fr/pending`);
  await page
    .getByRole('button', { name: /Approuver le commentaire/ })
    .nth(1)
    .click();
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

async function post(comment: string, n: number): Promise<void> {
  const fields = {
    intent: 'send',
    locale: n % 2 ? 'en' : 'fr',
    name: 'Nom'.repeat((n % 3) * 25 + 1),
  };
  const response = await fetch(`${served.base}/comments/threads/hybrid`, {
    method: 'POST',
    body: new URLSearchParams({
      ...fields,
      email: `awa${n}@example.org`,
      website: n % 2 ? '' : 'example.org',
      comment,
    }),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
}

async function fill(page: Page, comment: string, button: RegExp): Promise<void> {
  await page.locator('#comment-comment').fill(comment);
  await page.locator('.comment-form').getByRole('button', { name: button }).click();
}

/** Every page and state of ours; `scripts: false` shows the service's own pages for the form. */
const PAGES: Record<
  string,
  { path: string; scripts?: false; reach?: (page: Page) => Promise<unknown> }
> = {
  'the thread, an error in it': {
    path: '/fr/tutoriels/hybride/#comments',
    reach: async (page) => {
      await page.locator('comment-thread:defined').waitFor();
      await page.locator('.comment').first().waitFor();
      await fill(page, '', /Envoyer/);
      await page.locator('.comment-summary').waitFor();
    },
  },
  'the thread, a preview in it': {
    path: '/en/tutorials/hybrid/#comments',
    reach: async (page) => {
      await page.locator('comment-thread:defined').waitFor();
      await fill(page, COMMENTS[1] ?? '', /Preview/);
      await page.locator('.comment-preview').waitFor();
    },
  },
  'the thread, a reply in it': {
    path: '/fr/tutoriels/hybride/#comments',
    reach: async (page) => {
      await page.locator('comment-thread:defined').waitFor();
      await page.locator('.comment-reply').first().click();
      await page.locator('.comment-tools').waitFor();
      await page.locator('#comment-comment').fill(COMMENTS[0] ?? '');
      await page.locator('.comment-preview').waitFor();
    },
  },
  'a reply, without JavaScript': {
    path: '/en/tutorials/hybrid/#comments',
    reach: async (page) => {
      const href = await page.locator('.comment-reply').first().getAttribute('href');
      await page.goto(served.base + (href ?? ''));
    },
  },
  'the receipt, an edit begun': {
    path: '/comments/nothing',
    reach: async (page) => {
      await submitPlain(page, {
        intent: 'send',
        name: 'B',
        email: 'b@example.org',
        comment: COMMENTS[1] ?? '',
      });
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
  },
  'the errors, without JavaScript': {
    path: '/comments/nothing',
    reach: (page) => submitPlain(page, { intent: 'send', comment: '' }),
  },
  'the preview, without JavaScript': {
    path: '/comments/nothing',
    reach: (page) => submitPlain(page, { intent: 'preview', comment: COMMENTS[1] ?? '' }),
  },
  'the receipt': {
    path: '/comments/nothing',
    reach: (page) =>
      submitPlain(page, { intent: 'send', name: 'A', email: 'a@example.org', comment: 'b' }),
  },
  'a problem': { path: '/comments/nothing' },
  'signing in': { path: '/moderation/en/sign-in' },
  'the queue': { path: '/moderation/fr/pending' },
  'the queue after a decision': {
    path: '/moderation/en/pending',
    reach: (page) => page.locator('[data-act="rejected"]').first().click(),
  },
  'an empty state': { path: '/moderation/fr/spam' },
  'the journal': { path: '/moderation/en/journal' },
};

/** Posts a form that the page did not have, from the service's own origin. */
async function submitPlain(page: Page, fields: Record<string, string>): Promise<void> {
  await page.evaluate((values) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/comments/threads/hybrid';
    for (const [name, value] of Object.entries(values)) {
      const input = document.createElement('textarea');
      input.name = name;
      input.value = value;
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  }, fields);
  await page.waitForURL(/threads|receipts/);
  await page.waitForLoadState();
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each(Object.keys(PAGES))('%s', async (name) => {
    const { path, reach } = PAGES[name] ?? { path: '' };
    const signedOut = path.endsWith('sign-in');
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 320, height: 800 },
      ...(!signedOut && { storageState: session }),
    });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4'))
        problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(served.base + path);
    await reach?.(page);
    await expect.poll(() => page.locator('h1').count(), SOON).toBe(1);
    await page.evaluate(() => document.fonts.ready);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, 'wider than 320 px').toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });
});

test('what can be pressed is 44 px high', async () => {
  const context = await browser.newContext({
    storageState: session,
    viewport: { width: 360, height: 800 },
  });
  const page = await context.newPage();
  for (const path of ['/moderation/fr/pending', '/fr/tutoriels/hybride/#comments']) {
    await page.goto(served.base + path);
    const small = await page
      .locator(
        'main button:visible, .comment-form input:visible, .queue-check:visible, .queue-tabs a',
      )
      .evaluateAll((nodes) =>
        nodes
          // A box is pressed by its label too.
          .map((node) => node.closest('label') ?? node)
          .filter(
            (node) =>
              node.closest('.comments, form, nav') && node.getBoundingClientRect().height < 43.5,
          )
          .filter(
            (node) => !node.closest('.question, quiz-form, stack-explorer, figure, [aria-hidden]'),
          )
          .map((node) => node.outerHTML.slice(0, 120)),
      );
    expect(small).toEqual([]);
  }
  await context.close();
});
