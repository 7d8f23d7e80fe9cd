import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  answer,
  DAY,
  ideaWords,
  learnerSuite,
  NOW,
  questionForm,
  sampleQuestions,
  wholeQuizPath,
} from './support/learner-site.ts';

const { reader } = learnerSuite();
const [question] = sampleQuestions('virtualization');
if (!question) throw new Error('The quiz of virtualization has a choice that shows an idea.');
const [other] = sampleQuestions('hybrid');
if (!other) throw new Error('The quiz of hybrid has a choice that shows an idea.');

test('a mistake leads to progress, to its idea and, a day later, back to its question', async () => {
  const context = await reader();
  await context.clock.setFixedTime(NOW);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  const texts = (selector: string) => page.locator(selector).allInnerTexts();

  await page.goto(wholeQuizPath('virtualization', 'fr'));
  await answer(page, question, 'wrong');

  // In the other language too.
  await page.goto('/en/progress/');
  await expect
    .poll(() => page.locator('.progress-total').innerText())
    .toMatch(/^Questions answered: 1 of \d+\. Right: 0\. To review: 0\.$/);
  const states = () =>
    page
      .locator('[data-tutorial] .progress-plate')
      .evaluateAll((plates) => plates.map((plate) => (plate as HTMLElement).dataset['state']));
  expect((await states()).filter((state) => state === 'missed')).toHaveLength(1);

  await page.goto('/en/ideas-to-correct/');
  const open = page.locator('[data-group=open] li');
  await expect.poll(() => open.count()).toBe(1);
  expect(await open.innerText()).toContain(ideaWords(question.idea, 'en'));
  expect(await open.innerText()).toContain('November\u00A025');

  await page.goto('/fr/reviser/');
  await expect
    .poll(() => texts('.review-rest'))
    .toEqual(['Rien à revoir aujourd’hui. Prochaine révision\u00A0: jeudi 26\u00A0novembre.']);

  await context.clock.setFixedTime(NOW + DAY);
  await page.goto('/fr/');
  await expect
    .poll(async () => (await texts('.lesson-due')).filter(Boolean))
    .toEqual([expect.stringContaining('1\u00A0à revoir')]);
  await page.goto('/fr/reviser/');
  const form = questionForm(page, question);
  await form.waitFor();
  await expect.poll(() => page.locator('.review-forms form').count()).toBe(1);
  // It is asked anew: yesterday's answer does not stand in it.
  await form.locator('.question-check:enabled').waitFor();
  expect(await form.locator('input:checked').count()).toBe(0);
  expect(await form.locator('.answer-note').count()).toBe(0);
  const section = await form.locator('.review-from a').getAttribute('href');
  expect(section).toMatch(new RegExp(`^/fr/tutoriels/virtualisation/#${question.section}$`));
  await answer(page, question, 'right');
  await expect.poll(() => texts('.review-score')).toEqual(['Séance finie. Juste\u00A0: 1 sur 1.']);
  expect(await texts('.review-waits')).toEqual([
    'Prochaine révision\u00A0: dimanche 29\u00A0novembre.',
  ]);

  await page.goto('/fr/idees-a-corriger/');
  const corrected = page.locator('[data-group=corrected]');
  await corrected.locator('summary').click();
  expect(await corrected.locator('s').innerText()).toContain(ideaWords(question.idea, 'fr'));
  expect(await corrected.innerText()).toContain('Corrigée le 26\u00A0novembre');
  expect(await page.locator('[data-group=open]').innerText()).toContain('Rien à corriger');
  expect(faults).toEqual([]);
  await context.close();
});

test('answers leave one browser as a file, are erased, brought back, and join those of another', async () => {
  const context = await reader({ acceptDownloads: true });
  await context.clock.setFixedTime(NOW);
  const page = await context.newPage();
  await page.goto(wholeQuizPath('virtualization', 'fr'));
  await answer(page, question, 'right');
  await page.goto('/fr/progression/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer mes réponses' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('strates-2026-11-25.json');
  const path = await download.path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    format: 'strates-progress',
    answers: { virtualization: { [question.id]: { score: 1 } } },
  });

  const total = page.locator('.progress-total');
  const stored = () => page.evaluate(() => localStorage.getItem('strates'));
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect.poll(() => total.innerText()).toBe('Aucune réponse pour l’instant.');
  expect(await stored()).toBeNull();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => total.innerText()).toContain('Justes\u00A0: 1.');
  expect(await stored()).toContain(question.id);

  // Elsewhere, with answers of its own, and an older one to the same question.
  const elsewhere = await reader({ locale: 'en-US' });
  await elsewhere.clock.setFixedTime(NOW - DAY);
  const there = await elsewhere.newPage();
  await there.goto(wholeQuizPath('hybrid', 'en'));
  await answer(there, other, 'wrong');
  await there.goto(wholeQuizPath('virtualization', 'en'));
  await answer(there, question, 'wrong');
  await there.goto('/en/progress/');
  const [chooser] = await Promise.all([
    there.waitForEvent('filechooser'),
    there.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await chooser.setFiles(path);
  const notice = there.locator('.own-notice');
  await expect
    .poll(() => notice.innerText())
    .toBe('Answers added: 0. Replaced by newer ones: 1. Up to date already: 0.');
  await expect
    .poll(() => there.locator('.progress-total').innerText())
    .toMatch(/^Questions answered: 2 of \d+\. Right: 1\./);
  await there.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => there.locator('.progress-total').innerText())
    .toMatch(/^Questions answered: 2 of \d+\. Right: 0\./);
  await context.close();
  await elsewhere.close();
});

test('a file that is not whole is refused by a sentence, and nothing changes', async () => {
  const context = await reader();
  const page = await context.newPage();
  await page.goto(wholeQuizPath('virtualization', 'fr'));
  await answer(page, question, 'right');
  await page.goto('/fr/progression/');
  const before = await page.evaluate(() => localStorage.getItem('strates'));
  const refuse = async (text: string) => {
    await page
      .locator('own-file input')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  const notice = page.locator('.own-notice');
  await refuse('{"format":');
  await expect.poll(() => notice.innerText()).toContain('ce n’est pas du JSON');
  await refuse(
    '{"format":"strates-progress","version":1,"settings":{},"answers":{"__proto__":{}}}',
  );
  await expect.poll(() => notice.innerText()).toContain('answers.__proto__');
  await refuse('{"answers":{}}');
  await expect.poll(() => notice.innerText()).toContain('ne vient pas de Strates');
  expect(await page.evaluate(() => localStorage.getItem('strates'))).toBe(before);
  expect(await page.getByRole('button', { name: 'Annuler' }).isVisible()).toBe(false);
  await context.close();
});
