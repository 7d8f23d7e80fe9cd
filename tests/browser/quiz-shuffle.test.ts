import { expect, test } from 'vitest';
import type { QuizPage } from './support/quiz-page.ts';
import { quizSuite } from './support/quiz-suite.ts';

const { open } = quizSuite();

test('options are shuffled for the day, the same on every page, and not under one’s eyes', async () => {
  const order = (page: QuizPage['page']) =>
    page
      .locator('.question .answer')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['item']).join());
  const asWritten = await open('fr/quiz', { javaScriptEnabled: false });
  const written = await order(asWritten.page);
  await asWritten.close();
  // Long before the questions: they wake up before they are seen.
  const far = (page: QuizPage['page']) =>
    page.route('**/shuffled/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<h1>', `${'<p>…</p>'.repeat(25)}<h1>`);
      await route.fulfill({ response, body });
    });
  const orders = new Set<string>();
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) {
    const { page, close } = await open('fr/shuffled', {
      viewport: { width: 800, height: 900 },
      prepare: async (page: QuizPage['page']) => {
        await page.clock.setFixedTime(day);
        await far(page);
      },
    });
    const first = await order(page);
    await page.reload();
    await page.locator('quiz-form[data-awake]').waitFor({ state: 'attached' });
    expect(await order(page)).toBe(first);
    expect(first.split(',').toSorted()).toEqual(written.split(',').toSorted());
    orders.add(first);
    await close();
  }
  expect(orders.size).toBeGreaterThan(1);
  const seen = await open('fr/shuffled', { viewport: { width: 800, height: 4000 } });
  expect(await order(seen.page)).toBe(written);
  await seen.close();
});
