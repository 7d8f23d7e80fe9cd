import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import type { QuizPage } from './support/quiz-page.ts';
import { quizSuite } from './support/quiz-suite.ts';

const { browser, address, open } = quizSuite();

/** Puts one question into each state: wrong, partly right with notes, and in error. */
async function stir({ question }: QuizPage): Promise<void> {
  await question('whose-kernel').control('own-version').check();
  await question('whose-kernel').check.click();
  await question('what-travels').key.click();
  await question('who-is-reached').check.click();
  await expect.poll(() => question('what-travels').state()).toBe('revealed');
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('axe finds nothing, asleep, awake and in every state', async () => {
    const quiz = await open('fr/quiz', { colorScheme });
    const violations = async () =>
      (await new AxeBuilder({ page: quiz.page }).include('quiz-form').analyze()).violations;
    expect(await violations()).toEqual([]);
    await stir(quiz);
    expect(await violations()).toEqual([]);
    await quiz.close();
  });
});

test('320 px wide, nothing overflows and every target is 44 px high', async () => {
  const quiz = await open('fr/quiz', { viewport: { width: 320, height: 640 } });
  await stir(quiz);
  const { page } = quiz;
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
  const small = await page
    .locator('quiz-form :is(label, button, summary):visible')
    .evaluateAll((all) =>
      all
        .map((each) => [each.textContent, each.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 44),
    );
  expect(small).toEqual([]);
  await quiz.close();
});

test('printed: empty boxes, no explanation among the questions, then the key by number', async () => {
  const quiz = await open();
  await stir(quiz);
  const { page } = quiz;
  await page.emulateMedia({ media: 'print' });
  const top = async (selector: string) =>
    (await page.locator(selector).first().boundingBox())?.y ?? 0;
  const lastQuestion = await top('#sample-who-is-reached > fieldset');
  const answers = await top('.quiz-answers');
  const firstKey = await top('.key-items');
  expect(lastQuestion).toBeLessThan(answers);
  expect(answers).toBeLessThan(firstKey);
  await expect(page.locator('.key-items li:visible').count()).resolves.toBe(3 + 4 + 2);
  await expect(
    page.locator(':is(.answer-note, .question-status, .question-error, button):visible').count(),
  ).resolves.toBe(0);
  const tick = await page
    .locator('input:checked')
    .first()
    .evaluate((input) => getComputedStyle(input).appearance);
  expect(tick).toBe('none');
  await quiz.close();
});

test('in forced colors right and wrong are still told apart, by signs and words', async () => {
  const quiz = await open('fr/quiz', { forcedColors: 'active' });
  await stir(quiz);
  const signs = await quiz.page
    .locator('.answer-note .key-mark:first-child')
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark, '::before').content));
  expect(signs.some((sign) => sign.includes('✓'))).toBe(true);
  expect(signs.some((sign) => sign.includes('✗'))).toBe(true);
  await quiz.close();
});

test('waking moves nothing on the screen', async () => {
  const quiz = await open('fr/quiz', {
    viewport: { width: 800, height: 900 },
    prepare: watchShifts,
  });
  await quiz.page.waitForTimeout(300);
  const shifts = await quiz.page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts).toEqual([]);
  await quiz.close();
});

function watchShifts(page: QuizPage['page']): Promise<unknown> {
  return page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

test('the engine is fetched only when a quiz comes near', async () => {
  const context = await browser().newContext({ viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  // A long lesson stands before the quiz.
  await page.route('**/fr/quiz/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<h1>', `${'<p>…</p>'.repeat(400)}<h1>`);
    await route.fulfill({ response, body });
  });
  await page.goto(address('fr/quiz'), { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => url.includes('quiz-form'))).toEqual([]);
  await page.locator('quiz-form').scrollIntoViewIfNeeded();
  await expect.poll(() => scripts.some((url) => url.includes('quiz-form'))).toBe(true);
  await context.close();
});
