import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { questionPart, type QuestionPart, type QuizPage } from './support/quiz-page.ts';
import { quizSuite } from './support/quiz-suite.ts';
import { translate } from './support/translate.ts';

const { address, open } = quizSuite();

const part = (page: QuizPage['page'], id: string): QuestionPart => questionPart(page, id, 'types');

/** The items of an order question, as they stand. */
const standing = (page: QuizPage['page']) =>
  part(page, 'start-a-container')
    .form.locator('.answer')
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['item']));

const RIGHT_ORDER = ['pull', 'namespaces', 'root', 'program'];

/** Puts the items in order with the pointer: one tap a step, nothing dragged. */
async function sortByTaps(page: QuizPage['page']): Promise<void> {
  const form = part(page, 'start-a-container').form;
  for (const [place, item] of RIGHT_ORDER.entries()) {
    while ((await standing(page)).indexOf(item) > place)
      await form.locator(`[data-item="${item}"] [data-move="up"]`).click();
  }
}

/** Points at a layer of the picture near its lower edge, where nothing stands on it. */
async function pointAt(page: QuizPage['page'], layer: string): Promise<void> {
  const plate = part(page, 'point-at-it')
    .form.locator(`.stack [data-id="${layer}"] > rect`)
    .first();
  await plate.scrollIntoViewIfNeeded();
  const box = await plate.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 12, (box?.y ?? 0) + (box?.height ?? 0) - 8);
}

/** Answers every question rightly, by clicks and typing. */
async function answerAll(page: QuizPage['page'], locale: 'fr' | 'en'): Promise<void> {
  await sortByTaps(page);
  const isolates = part(page, 'what-isolates-what');
  await isolates.form.locator('[data-item="id"] select').selectOption('numbers');
  await isolates.form.locator('[data-item="uts"] select').selectOption('names');
  const brings = part(page, 'who-brings-it').form;
  await brings.locator('[data-item="kernel"] input[value="host"]').click();
  await brings.locator('[data-item="libraries"] input[value="image"]').click();
  await part(page, 'name-it')
    .control('answer')
    .fill(locale === 'fr' ? 'CGroups' : 'groupe de controle');
  await part(page, 'how-many')
    .control('answer')
    .fill(locale === 'fr' ? '1,5 Gio' : '1,536');
  await pointAt(page, 'host-kernel');
  const trace = part(page, 'predict').form;
  await trace.locator('[data-item="inside"] input').fill('1');
  await trace.locator('[data-item="host-name"] input[value="one"]').click();
}

const ALL = [
  'start-a-container',
  'what-isolates-what',
  'who-brings-it',
  'name-it',
  'how-many',
  'point-at-it',
  'predict',
];

async function checkAll(page: QuizPage['page'], state: string): Promise<void> {
  for (const id of ALL) {
    await part(page, id).check.click();
    await expect.poll(() => part(page, id).state(), { message: id }).toBe(state);
  }
}

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test('by clicks alone, every type is answered; the other language has it after a reload', async () => {
    const { page, faults, close } = await open(`${locale}/types`);
    await answerAll(page, locale);
    await checkAll(page, 'right');
    const other = locale === 'fr' ? 'en' : 'fr';
    await page.goto(address(`${other}/types-moved`));
    await page.locator('quiz-form[data-awake]').waitFor({ state: 'attached' });
    for (const id of ALL) expect(await part(page, id).state(), id).toBe('right');
    expect(await standing(page)).toEqual(RIGHT_ORDER);
    expect(await part(page, 'how-many').control('answer').inputValue()).toBe('1536');
    expect(faults).toEqual([]);
    await close();
  });

  test('by keyboard alone, every type is answered', async () => {
    const { page, faults, close } = await open(`${locale}/types`);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    // Order: the buttons keep the focus while their item moves; Alt and an arrow do the same.
    for (const [place, item] of RIGHT_ORDER.entries()) {
      const up = page.locator(`[data-item="${item}"] [data-move="up"]`);
      await up.focus();
      let first = true;
      while ((await standing(page)).indexOf(item) > place) {
        await press(first ? 'Enter' : 'Alt+ArrowUp');
        first = false;
        expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
      }
    }
    expect(await standing(page)).toEqual(RIGHT_ORDER);
    await page.locator('[data-item="id"] select').focus();
    await press('ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown');
    await page.locator('[id="types-who-brings-it"] [data-item="kernel"] input').first().focus();
    await press('Space', 'ArrowRight', 'Tab', 'Space');
    await part(page, 'name-it').control('answer').focus();
    await page.keyboard.type('namespace');
    await press('Enter');
    await expect.poll(() => part(page, 'name-it').state()).toBe('wrong');
    await press('ControlOrMeta+a');
    await page.keyboard.type('cgroup');
    await press('Enter');
    await expect.poll(() => part(page, 'name-it').state()).toBe('right');
    await part(page, 'how-many').control('answer').focus();
    await page.keyboard.type('1536');
    await part(page, 'point-at-it').control('host-kernel').focus();
    await press('Space');
    await part(page, 'predict').control('inside').focus();
    await page.keyboard.type('1');
    await press('Tab', 'Space', 'ArrowDown');
    for (const id of ALL) {
      await part(page, id).check.focus();
      await press('Enter');
      await expect.poll(() => part(page, id).state(), { message: id }).toBe('right');
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('without JavaScript, every type can be filled in, and its key opened', async () => {
    const { page, close } = await open(`${locale}/types`, { javaScriptEnabled: false });
    const order = part(page, 'start-a-container');
    await order.form.locator('[data-item="pull"] select').selectOption('1');
    expect(await order.form.locator('[data-move]:visible').count()).toBe(0);
    await part(page, 'what-isolates-what').form.locator('select').first().selectOption('numbers');
    await part(page, 'name-it').control('answer').fill('cgroup');
    await part(page, 'point-at-it').control('host-kernel').check();
    await part(page, 'predict').control('inside').fill('1');
    for (const id of ALL) {
      expect(await part(page, id).check.isVisible(), id).toBe(false);
      await part(page, id).key.click();
      expect(await part(page, id).form.locator('.key-why').first().isVisible(), id).toBe(true);
    }
    // The key of an order is in order, and what a command printed is in the key alone.
    const key = order.form.locator('.key-items > li');
    expect(
      await key.evaluateAll((all) => all.map((li) => (li as HTMLElement).dataset['item'])),
    ).toEqual(RIGHT_ORDER);
    expect(await part(page, 'predict').form.locator('.key-output').first().innerText()).toContain(
      '1',
    );
    expect(await page.evaluate(() => 0).catch(() => 'no scripts')).toBeDefined();
    await close();
  });
});

test('what is wrong is explained by what was answered, and shows its idea', async () => {
  const { page, close } = await open('fr/types');
  const text = part(page, 'name-it');
  await text.control('answer').fill('Espace  de noms.');
  await text.check.click();
  await expect.poll(() => text.state()).toBe('wrong');
  expect(await text.note('answer').innerText()).toContain('il ne limite pas');
  // The right answer is left to be found.
  expect(await text.note('answer').innerText()).not.toContain('groupe de contrôle');
  const number = part(page, 'how-many');
  await number.control('answer').fill('1 500');
  await number.check.click();
  await expect.poll(() => number.note('answer').innerText()).toContain('compter par mille');
  const match = part(page, 'what-isolates-what');
  await match.form.locator('[data-item="id"] select').selectOption('numbers');
  await match.form.locator('[data-item="uts"] select').selectOption('bandwidth');
  await match.form.locator('input[value="sure"]').check();
  await match.check.click();
  await expect.poll(() => match.state()).toBe('partial');
  await expect.poll(() => match.status.innerText()).toMatch(/1 sur 2[\s\S]*Vous en étiez sûr/);
  // An item called `id` takes nothing from its form.
  expect(await match.note('uts').getAttribute('id')).toBe('types-what-isolates-what-uts-note');
  // Of several items, each is put right at once.
  expect(await match.note('uts').innerText()).toMatch(/Non\.[\s\S]*domaine[\s\S]*rien à l’hôte/);
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('strates') ?? 'null'));
  expect(kept.answers.types['name-it'].ideas).toEqual(['namespaces-limit']);
  expect(kept.answers.types['what-isolates-what']).toMatchObject({
    answer: { id: 'numbers', uts: 'bandwidth' },
    ideas: ['namespaces-limit'],
    score: 0.5,
    sure: 'sure',
  });
  expect(kept.answers.types['how-many'].answer).toEqual({ answer: 1500 });
  await close();
});

test('how sure the reader was comes back with the answer, and goes with it', async () => {
  const { page, close } = await open('fr/types');
  const match = part(page, 'what-isolates-what');
  const sure = match.form.locator('input[name=sure]:checked');
  await match.form.locator('[data-item="id"] select').selectOption('numbers');
  await match.form.locator('[data-item="uts"] select').selectOption('names');
  await match.form.locator('input[value="unsure"]').check();
  await match.check.click();
  await expect.poll(() => match.state()).toBe('right');
  await page.reload();
  await expect.poll(() => match.state()).toBe('right');
  expect(await sure.inputValue()).toBe('unsure');
  await match.again.click();
  expect(await sure.count()).toBe(0);
  await close();
});

test('what is said of a step is not under one of its options', async () => {
  const { page, close } = await open('fr/types');
  const trace = part(page, 'predict');
  await trace.control('inside').fill('1');
  await trace.form.locator('[data-item="host-name"] input[value="one"]').check();
  await trace.check.click();
  await expect.poll(() => trace.state()).toBe('right');
  // Its text begins where the step does, left of what the options say, under a line of its own.
  const text = await trace.note('host-name').evaluate((note) => {
    const { paddingInlineStart, borderBlockStartWidth } = getComputedStyle(note);
    return [paddingInlineStart, borderBlockStartWidth];
  });
  expect(text).toEqual(['0px', '1px']);
  await close();
});

test('a number that cannot be read is an error that says why and loses nothing', async () => {
  const { page, close } = await open('fr/types');
  const number = part(page, 'how-many');
  for (const [typed, sentence] of [
    ['beaucoup', /«\u00A0beaucoup\u00A0» n’est pas un nombre/],
    ['3 pommes', /unité de «\u00A03 pommes\u00A0»/],
    ['', /Écrivez un nombre/],
  ] as const) {
    await number.control('answer').fill(typed);
    await number.check.click();
    expect(await number.state()).toBe('invalid');
    await expect.poll(() => number.error.innerText()).toMatch(sentence);
    expect(await number.control('answer').inputValue()).toBe(typed);
  }
  const kept = await page.evaluate(() => localStorage.getItem('strates'));
  expect(JSON.parse(kept ?? '{}').answers?.types).toBeUndefined();
  await close();
});

test('an order that nobody touched is no answer; a move is announced', async () => {
  const { page, close } = await open('fr/types');
  const order = part(page, 'start-a-container');
  expect(await standing(page)).not.toEqual(RIGHT_ORDER);
  await order.check.click();
  expect(await order.state()).toBe('invalid');
  expect(await order.error.innerText()).toMatch(/Déplacez/);
  await order.form.locator('[data-item="pull"] [data-move="up"]').click();
  await expect
    .poll(() => order.status.innerText())
    .toMatch(/L’image arrive du registre.*place \d sur 4/);
  await sortByTaps(page);
  await order.form.locator('[data-item="pull"] [data-move="down"]').click();
  await order.check.click();
  await expect.poll(() => order.state()).toBe('partial');
  expect(await order.note('program').innerText()).toContain('À sa place');
  expect(await order.note('pull').innerText()).toContain('Pas à sa place');
  await close();
});

test('hints come one after the other, and their number is kept with the answer', async () => {
  const { page, close } = await open('fr/types');
  const order = part(page, 'start-a-container');
  const hints = order.form.locator('.question-hint');
  expect(await hints.nth(1).isVisible()).toBe(false);
  await hints.nth(0).locator('summary').first().click();
  expect(await hints.nth(1).isVisible()).toBe(true);
  await sortByTaps(page);
  await order.check.click();
  await expect.poll(() => order.state()).toBe('right');
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('strates') ?? 'null'));
  expect(kept.answers.types['start-a-container']).toMatchObject({ hints: 1, score: 1 });
  await close();
});

test('the picture and its list are one control', async () => {
  const { page, close } = await open('fr/types');
  const { form } = part(page, 'point-at-it');
  const layer = form.locator('.stack [data-id="c1-libs"]');
  await pointAt(page, 'c1-libs');
  expect(await form.locator('input[value="c1-libs"]').isChecked()).toBe(true);
  await expect(layer.getAttribute('class')).resolves.toContain('chosen');
  await form.locator('input[value="host-kernel"]').check();
  await expect(layer.getAttribute('class')).resolves.not.toContain('chosen');
  await expect(
    form.locator('.stack [data-id="host-kernel"]').getAttribute('class'),
  ).resolves.toMatch(/chosen.*pointed|pointed.*chosen/);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  await close();
});

test('the text nodes of the page may be replaced while every type is answered', async () => {
  const { page, faults, close } = await open('fr/types');
  await translate(page);
  await answerAll(page, 'fr');
  await translate(page);
  await checkAll(page, 'right');
  await translate(page);
  expect(await part(page, 'name-it').note('answer').innerText()).toContain(
    '[Il compte et limite.]',
  );
  expect(faults).toEqual([]);
  await close();
});

test('with storage blocked every type works for the visit', async () => {
  const { page, faults, close } = await open('fr/types', {
    prepare: (page: QuizPage['page']) =>
      page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('refused', 'SecurityError');
            },
          });
      }),
  });
  await answerAll(page, 'fr');
  await checkAll(page, 'right');
  expect(await page.locator('.quiz-notice').innerText()).toMatch(/ne garde pas vos réponses/);
  expect(faults).toEqual([]);
  await close();
});

test('axe finds nothing, and at 320 px nothing overflows and every target is large enough', async () => {
  const { page, close } = await open('fr/types', { viewport: { width: 320, height: 640 } });
  const violations = async () =>
    (await new AxeBuilder({ page }).include('quiz-form').analyze()).violations.map(
      ({ id, nodes }) => [id, nodes.map(({ html }) => html)],
    );
  expect(await violations()).toEqual([]);
  for (const id of ALL) await part(page, id).check.click();
  expect(await violations()).toEqual([]);
  await answerAll(page, 'fr');
  await part(page, 'name-it').control('answer').fill('namespace');
  for (const id of ALL) await part(page, id).check.click();
  await expect.poll(() => part(page, 'predict').state()).toBe('right');
  // Colors on their way are nobody's.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  expect(await violations()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const small = await page
    .locator('quiz-form :is(button, summary, select, input[type=text]):visible')
    .evaluateAll((all) =>
      all
        .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 44),
    );
  expect(small).toEqual([]);
  await close();
});
