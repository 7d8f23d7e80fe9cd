import { describe, expect, test } from 'vitest';
import { questionPart, type QuizPage } from './support/quiz-page.ts';
import { quizSuite } from './support/quiz-suite.ts';
import { translate } from './support/translate.ts';

const { address, open } = quizSuite();

const WORDS = {
  fr: { right: 'Juste.', wrong: 'Non.', partial: 'En partie juste.', revealed: 'La réponse est' },
  en: { right: 'Right.', wrong: 'Not right.', partial: 'Partly right.', revealed: 'The answer is' },
} as const;

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  const words = WORDS[locale];

  test('by keyboard alone: every type, wrong, again, right, the key, erased', async () => {
    const { page, faults, question, close } = await open(`${locale}/quiz`);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const kernel = question('whose-kernel');
    // Links of the page come first; the first radio is reached by Tab as by any reader.
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('own-version');
    await press('Space', 'Tab');
    expect(await focused(page)).toBe('question-check');
    await press('Enter');
    await expect.poll(() => kernel.status.innerText()).toContain(words.wrong);
    expect(await kernel.state()).toBe('wrong');
    // The check left the focus where it was; the reader goes back and chooses another.
    expect(await focused(page)).toBe('question-check');
    await press('Shift+Tab', 'ArrowDown', 'Tab', 'Enter');
    await expect.poll(() => kernel.status.innerText()).toContain(words.right);

    const image = question('what-travels');
    await image.control('libraries').focus();
    await press('Space', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Enter');
    await expect.poll(() => image.status.innerText()).toContain(words.right);

    const reach = question('who-is-reached');
    await reach.control('neighbors', true).focus();
    await press('Space', 'Tab', 'Space', 'Tab', 'Enter');
    await expect.poll(() => reach.status.innerText()).toContain(words.partial);
    await press('Tab', 'Tab');
    expect(await focused(page)).toBe('summary');
    await press('Enter');
    await expect.poll(() => reach.status.innerText()).toContain(words.revealed);

    const erase = page.locator('.quiz-summary button');
    await erase.focus();
    await press('Enter');
    expect(await kernel.state()).toBe('idle');
    expect(await kernel.control('same-version').isChecked()).toBe(false);
    // Whoever erased by mistake is still on the button that brings the answers back.
    await press('Enter');
    expect(await kernel.state()).toBe('right');
    expect(faults).toEqual([]);
    await close();
  });

  test('by clicks alone: choice, several, rows, then the summary', async () => {
    const { page, faults, question, close } = await open(`${locale}/quiz`);
    const kernel = question('whose-kernel');
    await kernel.control('host-version').click();
    await kernel.check.click();
    await expect.poll(() => kernel.status.innerText()).toContain(words.wrong);
    // Only what was chosen is explained: the other options are still to be thought about.
    expect(await kernel.note('host-version').count()).toBe(1);
    expect(await kernel.note('same-version').count()).toBe(0);
    await kernel.control('same-version').click();
    await kernel.check.click();
    await expect.poll(() => kernel.state()).toBe('right');
    for (const id of ['own-version', 'same-version', 'host-version']) {
      expect(await kernel.note(id).count()).toBe(1);
    }

    const image = question('what-travels');
    await image.control('libraries').click();
    await image.check.click();
    await expect.poll(() => image.status.innerText()).toContain(words.partial);
    await image.control('program').click();
    await image.check.click();
    await expect.poll(() => image.state()).toBe('right');

    const reach = question('who-is-reached');
    await reach.control('neighbors', false).click();
    await reach.control('method', true).click();
    await reach.check.click();
    await expect.poll(() => reach.status.innerText()).toContain(words.wrong);

    const summary = page.locator('.quiz-score');
    expect(await summary.innerText()).toMatch(/2 (sur|of) 3/);
    const links = page.locator('.quiz-reread a');
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute('href')).toBe('#shared-kernel');
    expect(faults).toEqual([]);
    await close();
  });
});

async function focused(page: QuizPage['page']): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return '';
    const item = element.closest<HTMLElement>('.answer')?.dataset['item'];
    return (
      item ??
      [...element.classList].find((name) => name.startsWith('question-')) ??
      element.localName
    );
  });
}

test('an answer that is missing is named at the field, in words, and takes the focus', async () => {
  const { page, question, close } = await open();
  const kernel = question('whose-kernel');
  await kernel.check.click();
  expect(await kernel.state()).toBe('invalid');
  expect(await kernel.error.innerText()).toMatch(/Choisissez une réponse/);
  expect(await focused(page)).toBe('own-version');
  const described = await kernel.control('own-version').getAttribute('aria-describedby');
  expect(described?.split(' ')).toContain('sample-whose-kernel-error');
  await kernel.control('own-version').check();
  expect(await kernel.error.isVisible()).toBe(false);

  const reach = question('who-is-reached');
  await reach.control('neighbors', true).check();
  await reach.check.click();
  // The error stands in the very row that lacks an answer.
  expect(await reach.form.locator('[data-item="method"] .question-error').isVisible()).toBe(true);
  expect(await focused(page)).toBe('method');
  await close();
});

test('what is said of an answer belongs to its control', async () => {
  const { question, close } = await open();
  const kernel = question('whose-kernel');
  await kernel.control('own-version').check();
  await kernel.check.click();
  const note = await kernel.note('own-version').getAttribute('id');
  expect(await kernel.control('own-version').getAttribute('aria-describedby')).toBe(note);
  expect(await kernel.note('own-version').innerText()).toMatch(/^(✗ )?Faux\. Une image contient/);
  await close();
});

test('the live region is there and empty at load, and hears the reason too', async () => {
  const { page, question, close } = await open();
  const kernel = question('whose-kernel');
  await expect.poll(() => kernel.status.getAttribute('role')).toBe('status');
  expect(await kernel.status.textContent()).toBe('');
  await kernel.control('own-version').check();
  await kernel.check.click();
  await expect.poll(() => kernel.status.textContent()).toContain('Une image contient des fichiers');
  // Checked again, the same sentence is a new one for who listens.
  await page.evaluate(() => {
    const status = document.querySelector('.question-status');
    if (!status) return;
    new MutationObserver(() => {
      status.setAttribute('data-changed', 'yes');
    }).observe(status, { childList: true });
  });
  await kernel.check.click();
  await expect.poll(() => kernel.status.getAttribute('data-changed')).toBe('yes');
  await expect.poll(() => kernel.status.textContent()).toContain('Non.');
  await close();
});

test('after a reload all is as it was, and nothing is read out', async () => {
  const { page, question, close } = await open();
  const kernel = question('whose-kernel');
  await kernel.control('same-version').check();
  await kernel.check.click();
  await question('what-travels').key.click();
  await expect.poll(() => question('what-travels').state()).toBe('revealed');
  await page.addInitScript(() => {
    // Every word that a live region gains after it became one.
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const region = target instanceof Element && target.closest('[role=status]');
        if (region) heard.push(...[...addedNodes].map((node) => node.textContent ?? ''));
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect.poll(() => kernel.state()).toBe('right');
  expect(await kernel.control('same-version').isChecked()).toBe(true);
  expect(await kernel.note('own-version').isVisible()).toBe(true);
  expect(await question('what-travels').state()).toBe('revealed');
  await page.waitForTimeout(200);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.filter((text) => text.trim() !== '')).toEqual([]);
  await close();
});

test('right or revealed, a change or “start again” opens the question anew', async () => {
  const { page, question, close } = await open();
  const kernel = question('whose-kernel');
  await kernel.control('same-version').check();
  await kernel.check.click();
  await expect.poll(() => kernel.state()).toBe('right');
  expect(await kernel.form.locator('details').getAttribute('open')).not.toBeNull();
  await kernel.again.click();
  expect(await kernel.state()).toBe('idle');
  expect(await kernel.form.locator('input:checked').count()).toBe(0);
  expect(await kernel.form.locator('.answer-note').count()).toBe(0);
  expect(await kernel.form.locator('details').getAttribute('open')).toBeNull();
  expect(await focused(page)).toBe('own-version');
  await kernel.key.click();
  await expect.poll(() => kernel.state()).toBe('revealed');
  await kernel.control('host-version').check();
  expect(await kernel.state()).toBe('editing');
  expect(await kernel.form.locator('.answer-note').count()).toBe(0);
  await close();
});

test('checking a finished question again counts no second try', async () => {
  const { page, question, close } = await open();
  const kernel = question('whose-kernel');
  await kernel.control('same-version').check();
  await kernel.check.click();
  await kernel.check.click();
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('strates') ?? 'null'));
  expect(kept.answers.sample['whose-kernel']).toMatchObject({ tries: 1, score: 1, past: [] });
  await close();
});

test('two tabs stay in step, and neither disturbs who is at work', async () => {
  const { page, question, close } = await open();
  const other = await page.context().newPage();
  await other.goto(address('en/quiz'));
  await other.locator('quiz-form[data-awake]').waitFor({ state: 'attached' });
  await questionPart(other, 'what-travels').control('kernel').check();
  await question('whose-kernel').control('same-version').check();
  await question('whose-kernel').check.click();
  await expect.poll(() => questionPart(other, 'whose-kernel').state()).toBe('right');
  expect(await questionPart(other, 'what-travels').control('kernel').isChecked()).toBe(true);
  await page.locator('.quiz-summary button').click();
  await expect.poll(() => questionPart(other, 'whose-kernel').state()).toBe('idle');
  await close();
});

test.each([
  ['blocked', 'get'],
  ['full', 'value'],
] as const)('storage %s is told once and the visit goes on', async (_what, mode) => {
  const { page, faults, question, close } = await open('fr/quiz', {
    prepare: (page: QuizPage['page']) =>
      page.addInitScript((mode) => {
        const refuse = () => {
          throw new DOMException(
            'refused',
            mode === 'get' ? 'SecurityError' : 'QuotaExceededError',
          );
        };
        if (mode === 'get') Object.defineProperty(window, 'localStorage', { get: refuse });
        else Storage.prototype.setItem = refuse;
      }, mode),
  });
  const kernel = question('whose-kernel');
  const notice = page.locator('.quiz-notice');
  expect(await notice.innerText()).toBe('');
  await kernel.control('same-version').check();
  await kernel.check.click();
  await expect.poll(() => kernel.state()).toBe('right');
  expect(await notice.innerText()).toMatch(/ne garde pas vos réponses/);
  expect(await page.locator('.quiz-score').innerText()).toMatch(/1 sur 3/);
  await question('what-travels').control('kernel').check();
  await question('what-travels').check.click();
  expect(await page.locator('.quiz-score').innerText()).toMatch(/2 sur 3/);
  expect(faults).toEqual([]);
  await close();
});

test('the text nodes of the page may be replaced, as a translator does, at any moment', async () => {
  const { page, faults, question, close } = await open();
  await translate(page);
  const kernel = question('whose-kernel');
  await kernel.control('own-version').check();
  await kernel.check.click();
  await expect.poll(() => kernel.state()).toBe('wrong');
  // What is copied is what the reader sees: the translation.
  expect(await kernel.note('own-version').innerText()).toContain('[Une image contient');
  await translate(page);
  await kernel.control('same-version').check();
  await kernel.check.click();
  await expect.poll(() => kernel.state()).toBe('right');
  await translate(page);
  await kernel.again.click();
  await kernel.key.click();
  await expect.poll(() => kernel.state()).toBe('revealed');
  await page.locator('.quiz-summary button').click();
  expect(await kernel.state()).toBe('idle');
  expect(faults).toEqual([]);
  await close();
});
