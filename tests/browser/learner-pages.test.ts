import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { learnerPath, type LearnerPage } from '../../src/i18n/routes.ts';
import { answerAllWrong, DAY, learnerSuite, NOW } from './support/learner-site.ts';
import { TUTORIALS } from './support/site-pages.ts';

const { reader } = learnerSuite();
const PAGES: readonly LearnerPage[] = ['review', 'ideas', 'progress'];

/** The page, filled by what the browser keeps. */
async function open(context: BrowserContext, page: LearnerPage, locale: 'fr' | 'en' = 'fr') {
  const opened = await context.newPage();
  await opened.goto(learnerPath(page, locale));
  await settled(opened);
  return opened;
}

/** Nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('quiz-form:not([data-awake])').waitFor({ state: 'detached' });
}

describe.each(PAGES)('the page of %s', (name) => {
  test.each([
    ['new', 'light', 'fr'],
    ['full', 'light', 'en'],
    ['full', 'dark', 'fr'],
  ] as const)(
    'axe finds nothing: %s, in the %s theme, in %s',
    async (state, colorScheme, locale) => {
      const context = await reader({ colorScheme });
      await context.clock.setFixedTime(NOW);
      if (state === 'full') await answerAllWrong(context);
      const page = await open(context, name, locale);
      for (const summary of await page.locator('.ideas-folded > summary:visible').all())
        await summary.click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await context.close();
    },
  );

  test('320 px wide, nothing overflows, every target is 44 px high, and none is printed', async () => {
    const context = await reader({ viewport: { width: 320, height: 640 } });
    await context.clock.setFixedTime(NOW);
    await answerAllWrong(context);
    const page = await open(context, name);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const small = await page
      .locator('main :is(button, summary, .study-nav a, .button):visible')
      .evaluateAll((all) =>
        all
          .map((each) => [each.textContent, each.getBoundingClientRect().height] as const)
          .filter(([, height]) => height < 44),
      );
    expect(small).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main :is(button, .button):visible').count()).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await context.close();
  });

  test('without JavaScript it says what it is, and shows nothing that does not work', async () => {
    const context = await reader({ javaScriptEnabled: false });
    const page = await open(context, name);
    expect(await page.locator('.study-note').isVisible()).toBe(true);
    expect(await page.locator('main :is(button, input):visible').count()).toBe(0);
    const leads: Record<LearnerPage, string> = {
      review: '.review-quizzes a',
      ideas: '.idea-links a',
      progress: '[data-tutorial] h2 a',
    };
    const links = page.locator(`${leads[name]}:visible`);
    expect(await links.count()).toBeGreaterThanOrEqual(TUTORIALS.length);
    await context.close();
  });
});

test('a session has ten questions, wrong ones of all tutorials mixed, and goes on', async () => {
  const context = await reader();
  await context.clock.setFixedTime(NOW);
  const all = await answerAllWrong(context);
  const page = await open(context, 'review');
  const asked = Math.min(all, 10);
  const forms = page.locator('.review-forms form');
  await expect.poll(() => forms.count()).toBe(asked);
  // They may have come after all was quiet: a key that is opened asleep counts for nothing.
  await settled(page);
  const quizzes = await forms.evaluateAll((each) =>
    each.slice(0, 3).map((form) => (form as HTMLElement).dataset['quiz']),
  );
  expect(new Set(quizzes).size).toBe(3);
  expect(await page.locator('.question-place').first().innerText()).toContain(
    `Question 1 sur ${String(asked)}`,
  );
  // Looked up, each counts as seen; what is left comes next.
  for (const key of await page.locator('.question-key > summary').all()) await key.click();
  await page.locator('.review-end').waitFor();
  expect(await page.locator('.review-score').innerText()).toBe(
    `Séance finie. Juste\u00A0: 0 sur ${String(asked)}.`,
  );
  if (all > asked) {
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect.poll(() => forms.count()).toBe(Math.min(all - asked, 10));
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  }
  await context.close();
});

test('by keyboard alone: practise although nothing is due, and be told how it went', async () => {
  const context = await reader();
  await context.clock.setFixedTime(NOW - 3 * DAY);
  await answerAllWrong(context);
  const page = await open(context, 'review');
  await page.locator('.review-rest').waitFor();
  const practise = page.getByRole('button', { name: 'S’entraîner quand même' });
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press('Tab');
    if (await practise.evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.locator('.review-forms form').first().waitFor();
  await settled(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  // From the heading to the section's link, to the first control; a choice begins with its radios.
  const form = page.locator('.review-forms form').first();
  for (let stops = 0; stops < 5; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('input'))) break;
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => form.getAttribute('data-state')).toMatch(/^(?:right|wrong)$/);
  await context.close();
});

test('when the site does not answer, the page says so and tries again', async () => {
  const context = await reader();
  await context.clock.setFixedTime(NOW);
  await answerAllWrong(context);
  const page = await context.newPage();
  await page.route('**/questions.html', (route) => route.abort());
  await page.goto(learnerPath('review', 'fr'));
  await page.locator('[data-part=lost]').waitFor();
  await page.unroute('**/questions.html');
  await page.getByRole('button', { name: 'Essayer encore' }).click();
  await page.locator('.review-forms form').first().waitFor();
  await context.close();
});

test.each(['full', 'blocked'] as const)('with storage %s it is told once', async (mode) => {
  const context = await reader();
  await context.addInitScript((how) => {
    const refuse = () => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    if (how === 'blocked') Storage.prototype.getItem = refuse;
  }, mode);
  const page = await open(context, 'progress');
  const file = {
    format: 'strates-progress',
    version: 1,
    settings: {},
    answers: {
      hybrid: { q: { rev: 1, at: 1, tries: 1, answer: {}, score: 1, past: [] } },
    },
  };
  const take = () =>
    page.locator('own-file input').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
  const notice = page.locator('.own-notice');
  await take();
  await expect
    .poll(() => notice.innerText())
    .toMatch(/ajoutées\u00A0: 1.*stockage plein ou bloqué/s);
  await take();
  await expect.poll(() => notice.innerText()).toMatch(/Déjà à jour\u00A0: 1\.$/);
  await context.close();
});
