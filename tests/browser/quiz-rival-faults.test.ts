import { strFromU8, unzipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { openQuiz, questionPart, type QuizPage } from './support/quiz-page.ts';
import { quizSuite } from './support/quiz-suite.ts';

/*
 * The faults reproduced in the nearest rival (starlight-quiz 1.0.0), each held against us. The ninth,
 * errors without a place, shows in no browser: see tests/unit/quiz/authoring/read-quiz.test.ts.
 */

const { browser, address, open } = quizSuite();

/** Answers the three questions: one right, one partly, one right. */
async function answerAll({ question }: QuizPage): Promise<void> {
  const answers = [
    ['whose-kernel', question('whose-kernel').control('same-version')],
    ['what-travels', question('what-travels').control('program')],
    ['who-is-reached', question('who-is-reached').control('neighbors', true)],
    ['who-is-reached', question('who-is-reached').control('method', false)],
  ] as const;
  for (const [, control] of answers) await control.check();
  for (const [id] of answers) await question(id).check.click();
  await expect.poll(() => question('who-is-reached').state()).toBe('right');
}

const statesOf = async ({ question }: Pick<QuizPage, 'question'>) => [
  await question('whose-kernel').state(),
  await question('what-travels').state(),
  await question('who-is-reached').state(),
];

test('1: arrow keys choose among radios and never grade, lock or store', async () => {
  const { page, question, close } = await open();
  const kernel = question('whose-kernel');
  await kernel.control('own-version').focus();
  for (const expected of ['same-version', 'host-version', 'own-version']) {
    await page.keyboard.press('ArrowDown');
    expect(await kernel.control(expected).isChecked()).toBe(true);
    expect(await kernel.state()).toBe('editing');
  }
  expect(await kernel.form.locator('input:disabled').count()).toBe(0);
  expect(await kernel.status.textContent()).toBe('');
  expect(await page.evaluate(() => localStorage.getItem('strates'))).toBeNull();
  // After a wrong answer every control still works.
  await kernel.check.click();
  await expect.poll(() => kernel.state()).toBe('wrong');
  expect(await kernel.form.locator('input:disabled').count()).toBe(0);
  await close();
});

test('2: checking without an answer grades nothing and stores nothing', async () => {
  const { page, question, close } = await open();
  for (const id of ['whose-kernel', 'what-travels', 'who-is-reached']) {
    await question(id).check.click();
    expect(await question(id).state()).toBe('invalid');
    expect(await question(id).error.isVisible()).toBe(true);
  }
  expect(await page.evaluate(() => localStorage.getItem('strates'))).toBeNull();
  await close();
});

test('3: every control is named by its own words, every group by its question', async () => {
  const { page, close } = await open();
  const names = page.getByRole('main');
  await expect(
    names.getByRole('radio', { name: 'La version de son image', exact: true }).count(),
  ).resolves.toBe(1);
  await expect(
    names.getByRole('checkbox', { name: 'Les bibliothèques', exact: true }).count(),
  ).resolves.toBe(1);
  const row = names.getByRole('group', { name: 'Ses voisins sont à sa portée.', exact: true });
  await expect(row.getByRole('radio', { name: 'Vrai', exact: true }).count()).resolves.toBe(1);
  await expect(
    names.getByRole('group', { name: 'Qu’emporte une image de conteneur\u202F?' }).count(),
  ).resolves.toBe(1);
  await close();
});

test.each([true, false])(
  '4: no answer is seen, heard or hinted at before it is asked for (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const { page, close } = await open('fr/quiz', { javaScriptEnabled });
    const heard = await page.locator('quiz-form').ariaSnapshot();
    const seen = await page.locator('quiz-form').innerText();
    for (const text of [heard, seen]) {
      expect(text).toContain('La même version partout');
      expect(text).not.toContain('Les dix s’adressent');
      expect(text).not.toMatch(/Juste|C’est vrai/);
    }
    // Neither a control nor what is around it carries the key.
    const marked = page
      .locator('.answer, .answer *, form, fieldset')
      .locator('xpath=self::*[@data-key or @data-correct or @data-answer or @data-mark or @size]');
    await expect(marked.count()).resolves.toBe(0);
    await close();
  },
);

test('5: answers outlive a page that moves, and questions and options in another order', async () => {
  const quiz = await open('fr/quiz');
  await answerAll(quiz);
  const before = await statesOf(quiz);
  await quiz.page.goto(address('fr/moved'));
  await expect.poll(() => statesOf(quiz)).toEqual(before);
  expect(await quiz.question('whose-kernel').control('same-version').isChecked()).toBe(true);
  expect(await quiz.question('what-travels').control('program').isChecked()).toBe(true);
  expect(await quiz.question('what-travels').control('libraries').isChecked()).toBe(false);
  expect(await quiz.question('who-is-reached').control('method', false).isChecked()).toBe(true);
  await quiz.close();
});

test('5: a question whose answer changed is asked again, and its history stays', async () => {
  const quiz = await open('fr/quiz');
  await answerAll(quiz);
  await quiz.page.goto(address('fr/revised'));
  await quiz.page.locator('quiz-form[data-awake]').waitFor({ state: 'attached' });
  await quiz.question('whose-kernel').control('own-version').check();
  await quiz.question('whose-kernel').check.click();
  await expect.poll(() => statesOf(quiz)).toEqual(['wrong', null, null]);
  const kept = await quiz.page.evaluate(() => JSON.parse(localStorage.getItem('strates') ?? ''));
  expect(kept.answers.sample['whose-kernel']).toMatchObject({
    rev: 2,
    score: 0,
    past: [{ rev: 1, score: 1 }],
  });
  expect(kept.answers.sample['what-travels']).toMatchObject({ rev: 2, score: 0.5 });
  await quiz.close();
});

test('6: both languages share what was answered', async () => {
  const quiz = await open('fr/quiz');
  await answerAll(quiz);
  await quiz.page.goto(address('en/quiz'));
  await expect.poll(() => statesOf(quiz)).toEqual(['right', 'partial', 'right']);
  expect(await quiz.question('whose-kernel').note('same-version').innerText()).toContain(
    'All ten talk to the kernel',
  );
  await quiz.close();
});

test.each(['fr', 'en'])(
  '7: without JavaScript nothing is ticked and the key is one click away (%s)',
  async (locale) => {
    const { page, question, close } = await open(`${locale}/quiz`, { javaScriptEnabled: false });
    await expect(page.locator('input').count()).resolves.toBe(3 + 4 + 4);
    await expect(page.locator('input:checked').count()).resolves.toBe(0);
    await expect(page.locator('button:visible').count()).resolves.toBe(0);
    const text = await page.locator('quiz-form').innerText();
    expect(text).not.toMatch(/[`[\]{}]/);
    await expect(page.locator('legend code').innerText()).resolves.toBe('uname -r');
    await question('whose-kernel').key.click();
    const key = question('whose-kernel').form.locator('.key-items');
    await expect(key.isVisible()).resolves.toBe(true);
    await expect(key.locator('.key-why').count()).resolves.toBe(3);
    // Enter in a radio sends nothing anywhere.
    await question('whose-kernel').control('own-version').press('Enter');
    expect(page.url()).toBe(address(`${locale}/quiz`));
    await close();
  },
);

test('8: two quizzes of a page have their own ids, answers and progress', async () => {
  const { page, question, close } = await open('fr/two');
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  await question('whose-kernel').control('same-version').check();
  await question('whose-kernel').check.click();
  await expect.poll(() => question('whose-kernel').state()).toBe('right');
  const twin = questionPart(page, 'whose-kernel', 'other');
  expect(await twin.state()).not.toBe('right');
  await page.reload();
  await expect.poll(() => question('whose-kernel').state()).toBe('right');
  await expect(twin.form.locator('input:checked').count()).resolves.toBe(0);
  await close();
});

test('10: the file that a page offers teaches what the page does: every reason, in its language', async () => {
  const { page, close } = await openQuiz(
    browser(),
    `${inject('siteUrl')}/en/tutorials/virtualization/quiz/`,
  );
  const reasons = await page
    .locator(':is([data-type=choice], [data-type=multiple]) .key-why')
    .allTextContents();
  expect(reasons.length).toBeGreaterThan(20);
  const link = page.locator('.quiz-files a[href$="virtualization.en.qti.zip"]');
  const file = await fetch(await link.evaluate((a) => (a as HTMLAnchorElement).href));
  const items = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())))
    .filter(([name]) => name !== 'imsmanifest.xml')
    .map(([, data]) => strFromU8(data));
  const feedback = items
    .filter((item) => item.includes('xml:lang="en"'))
    .flatMap((item) => [...item.matchAll(FEEDBACK)].map(([text]) => wordsOf(text)));
  const lost = reasons.filter((why) => !feedback.some((text) => text.includes(wordsOf(why))));
  expect(lost).toEqual([]);
  await close();
});

const FEEDBACK = /<(modalFeedback|feedbackInline|feedbackBlock)\b[\s\S]*?<\/\1>/g;

/** A text without its markup and its spaces, as both a page and a file have it. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s/g, '');
