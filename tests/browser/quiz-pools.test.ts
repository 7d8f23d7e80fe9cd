import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { openQuiz, type QuizPage } from './support/quiz-page.ts';

const LESSON = `${inject('siteUrl')}/fr/tutoriels/hybride/`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Opens the lesson at its quiz, and answers its first question of choice. */
async function openLesson(): Promise<QuizPage> {
  const quiz = await openQuiz(browser, `${LESSON}#quiz`);
  const form = quiz.page.locator('form[data-type="choice"]').first();
  await form.locator('input').first().check();
  await form.locator('.question-check').click();
  await quiz.page.locator('.quiz-others').waitFor();
  return quiz;
}

const asked = (page: QuizPage['page']) =>
  page
    .locator('quiz-form form')
    .evaluateAll((all) => all.map((form) => (form as HTMLElement).dataset['question']));

test('a reader may ask for other questions: as many, numbered afresh, at work at once', async () => {
  const { page, faults, close } = await openLesson();
  const first = await asked(page);
  await page.locator('.quiz-others').click();
  await expect.poll(() => asked(page)).not.toEqual(first);
  await page.locator('quiz-form[data-awake]').waitFor({ state: 'attached' });
  const second = await asked(page);
  expect(second).toHaveLength(first.length);
  expect(second.filter((id) => !first.includes(id)).length).toBeGreaterThan(2);
  expect(await page.locator('.question-place').allInnerTexts()).toEqual(
    second.map((_, index) => `Question ${index + 1} sur ${second.length}`),
  );
  // The focus is where the reading goes on, and what happened is said.
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('question-place');
  expect(await page.locator('.quiz-notice').innerText()).toMatch(/Voici d’autres questions/);
  const fresh = second.filter((id) => !first.includes(id));
  const form = page
    .locator(
      fresh
        .map(
          (id) => `form[data-question="${id ?? ''}"]:is([data-type=choice], [data-type=multiple])`,
        )
        .join(),
    )
    .first();
  await form.locator('.answer input').first().check();
  await form.locator('.question-check').click();
  await expect.poll(() => form.getAttribute('data-state')).toMatch(/right|wrong|partial/);
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('strates') ?? '{}'));
  expect(Object.keys(kept.answers.hybrid)).toHaveLength(2);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(faults).toEqual([]);
  await close();
});

test('without a connection the same questions stay, with what was answered, and it is said', async () => {
  const { page, close } = await openLesson();
  const first = await asked(page);
  await page.context().setOffline(true);
  await page.locator('.quiz-others').click();
  await expect
    .poll(() => page.locator('.quiz-notice').innerText())
    .toMatch(/ne sont pas arrivées|n’a pas pu/);
  expect(await asked(page)).toEqual(first);
  await page.context().setOffline(false);
  await page.locator('.quiz-others').click();
  await expect.poll(() => asked(page)).not.toEqual(first);
  await close();
});

test('printed or without JavaScript nobody is offered what cannot be had', async () => {
  const { page, close } = await openQuiz(browser, LESSON, { javaScriptEnabled: false });
  expect(await page.locator('.quiz-others').isVisible()).toBe(false);
  expect(await page.locator('quiz-form a[href$="/quiz/"]').isVisible()).toBe(true);
  await close();
});
