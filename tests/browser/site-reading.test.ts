import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { TUTORIALS } from './support/site-pages.ts';
import { SOON } from './support/soon.ts';
import { openWatched } from './support/watched-page.ts';

const site = inject('siteUrl');
const lesson = TUTORIALS[0];
if (!lesson) throw new Error('The course has no lesson.');
const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
const PHONE = { viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The third section of the lesson: its id, once it is at the top of the window. */
async function goToThirdSection(page: Page): Promise<string> {
  const id = await page.locator('.prose > h2').nth(2).getAttribute('id');
  await page.evaluate((target) => {
    document.getElementById(target ?? '')?.scrollIntoView();
  }, id);
  return id ?? '';
}

/** Scrolls up a little, which brings the header back, and clicks as a hand does: at a point. */
async function clickEnglish(page: Page): Promise<void> {
  await page.mouse.wheel(0, -40);
  const header = page.locator('.site-header');
  await expect.poll(async () => (await header.boundingBox())?.y).toBe(0);
  const box = await header.getByRole('link', { name: 'English' }).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
}

describe('the language switch', () => {
  test('leads to the section that the reader is in, and is remembered', async () => {
    const { page } = await openWatched(browser, site + lesson.path.fr, DESK);
    const section = await goToThirdSection(page);
    await clickEnglish(page);
    await page.waitForURL(`${site}${lesson.path.en}#${section}`);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const top = await page
      .locator(`#${section}`)
      .evaluate((node) => node.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(100);
    // The choice is stronger than the browser's own language, which is French here.
    await page.goto(`${site}/`);
    await page.waitForURL(`${site}/en/`);
    await page.context().close();
  });

  test('leads to the top of the page from its top', async () => {
    const { page } = await openWatched(browser, site + lesson.path.fr, DESK);
    await page.getByRole('link', { name: 'English' }).first().click();
    await page.waitForURL(site + lesson.path.en);
    await page.context().close();
  });
});

describe('the address without a language', () => {
  test.each([
    ['fr-CA', '/fr/'],
    ['en-GB', '/en/'],
  ])('sends a browser that speaks %s to %s', async (locale, path) => {
    const { page } = await openWatched(browser, `${site}/`, { locale });
    await page.waitForURL(site + path);
    await page.context().close();
  });

  test.each([
    ['that speaks neither language', { locale: 'de-DE' }],
    ['without JavaScript', { javaScriptEnabled: false }],
  ])('lets a browser %s choose', async (_which, options) => {
    const { page, problems } = await openWatched(browser, `${site}/`, options);
    expect(page.url()).toBe(`${site}/`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(`${site}/en/`);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('the theme', () => {
  const ground = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('follows the system until the reader chooses, and stays as chosen without a flash', async () => {
    const { page } = await openWatched(browser, `${site}/fr/`, { ...DESK, colorScheme: 'light' });
    const light = await ground(page);
    await page.getByRole('button', { name: 'Thème' }).click();
    await page.getByRole('radio', { name: 'Sombre' }).check();
    const dark = await ground(page);
    expect(dark).not.toBe(light);

    // The next page is dark from its first frame: before the body is there, and before any module.
    await page.route('**/*.js', (route) => route.abort());
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        observer.disconnect();
        const { backgroundColor } = getComputedStyle(document.documentElement);
        Object.assign(window, { firstGround: backgroundColor });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(site + lesson.path.fr);
    expect(await page.evaluate(() => (window as { firstGround?: string }).firstGround)).toBe(dark);
    await page.context().close();
  });

  test('can be given back to the system', async () => {
    const { page } = await openWatched(browser, `${site}/en/`, { ...DESK, colorScheme: 'dark' });
    const dark = await ground(page);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await ground(page)).not.toBe(dark);
    await page.getByRole('radio', { name: 'Same as system' }).check();
    await page.reload();
    expect(await ground(page)).toBe(dark);
    await page.context().close();
  });
});

describe('the table of contents', () => {
  test('marks the section being read', async () => {
    const { page } = await openWatched(browser, site + lesson.path.en, DESK);
    const section = await goToThirdSection(page);
    const current = page.locator('contents-list a[aria-current]');
    await expect.poll(() => current.getAttribute('href')).toBe(`#${section}`);
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await expect.poll(() => current.getAttribute('href')).toBe('#comments');
    await page.context().close();
  });

  test('is folded on a phone, opens, and folds again behind a choice', async () => {
    const { page } = await openWatched(browser, site + lesson.path.en, PHONE);
    const link = page.locator('contents-list a').nth(1);
    expect(await link.isVisible()).toBe(false);
    await page.getByText('In this tutorial').click();
    await link.click();
    expect(await link.isVisible()).toBe(false);
    expect(page.url()).toContain('#');
    await page.context().close();
  });
});

describe('by keyboard', () => {
  test('the first stop skips to the content, then come name, tutorials, diagrams, languages, theme', async () => {
    const { page } = await openWatched(browser, `${site}/fr/`, DESK);
    const stops: string[] = [];
    for (let stop = 0; stop < 7; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const { activeElement: at } = document;
          return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
        }),
      );
    }
    expect(stops).toEqual([
      'Aller au contenu',
      'Strates, accueil',
      'Tutoriels',
      'Schémas',
      'Français',
      'English',
      'Thème',
    ]);
    await page.context().close();
  });

  test('each stop on the way through a lesson can be seen', async () => {
    const { page } = await openWatched(browser, site + lesson.path.en, DESK);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    const unseen: string[] = [];
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(focusFault);
      if (fault) unseen.push(fault);
    }
    expect(unseen).toEqual([]);
    await page.context().close();
  });
});

/** Runs in the page: what has the focus and does not show it, or is out of sight; else null. */
function focusFault(): string | null {
  const at = document.activeElement;
  if (!at || at === document.body) return 'nothing has the focus';
  const rings = [
    getComputedStyle(at),
    getComputedStyle(at, '::after'),
    getComputedStyle(at, '::before'),
  ];
  const ring = rings.some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  );
  const { top, bottom } = at.getBoundingClientRect();
  const inSight = bottom > 0 && top < innerHeight;
  return ring && inSight ? null : at.outerHTML.slice(0, 120);
}

describe('without JavaScript', () => {
  test('a lesson is whole: text, contents, sources, switch', async () => {
    const { page, problems } = await openWatched(browser, site + lesson.path.fr, {
      ...DESK,
      javaScriptEnabled: false,
    });
    expect(await page.locator('.prose').innerText()).toMatch(/\w{4}/);
    expect(await page.locator('contents-list a').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Thème' }).isVisible()).toBe(false);
    await page.locator('.cite a').first().click();
    expect(page.url()).toContain('#source-');
    await page.getByRole('link', { name: 'English' }).first().click();
    await page.waitForURL(site + lesson.path.en);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

test('plates fill as the quiz of their lesson is answered, in both languages', async () => {
  const { page } = await openWatched(browser, `${site}/fr/`, DESK);
  const plate = page.locator(`lesson-plate[data-tutorial="${lesson.id}"]`);
  expect(await plate.getAttribute('data-state')).toBe('new');
  const questions = ((await plate.getAttribute('data-questions')) ?? '').split(' ');
  expect(questions.length).toBeGreaterThanOrEqual(6);
  await page.evaluate(
    ({ id, keys }) => {
      const kept = { at: 1, tries: 1, answer: {}, score: 1, past: [] };
      const answers = keys.map((key) => {
        const [question = '', rev] = key.split('@');
        return [question, { ...kept, rev: Number(rev) }];
      });
      const record = {
        v: 1,
        settings: {},
        answers: { [id]: Object.fromEntries(answers) },
        drafts: {},
      };
      localStorage.setItem('strates', JSON.stringify(record));
    },
    { id: lesson.id, keys: questions },
  );
  await page.goto(`${site}/en/tutorials/`);
  const card = page.locator(`lesson-plate[data-tutorial="${lesson.id}"]`);
  expect(await card.getAttribute('data-state')).toBe('done');
  // As many as the lesson asks, of all that it may ask.
  expect(await card.innerText()).toMatch(/Done, (\d+) of \1\b/);
  await page.context().close();
});

test('plates of this page and of other tabs fill at the very check, without a touch', async () => {
  const { page } = await openWatched(browser, site + lesson.path.fr, DESK);
  const home = await page.context().newPage();
  await home.goto(`${site}/fr/`);
  const plates = [page, home].map((tab) =>
    tab.locator(`lesson-plate[data-tutorial="${lesson.id}"]`).first(),
  );
  const states = () => Promise.all(plates.map((plate) => plate.getAttribute('data-state')));
  expect(await states()).toEqual(['new', 'new']);
  await page.bringToFront();
  // One answer is a whole one.
  const form = page.locator('quiz-form form[data-type=choice]').first();
  await form.scrollIntoViewIfNeeded();
  await page.locator('quiz-form[data-awake]').waitFor();
  await form.locator('input').first().focus();
  await page.keyboard.press('Space');
  expect(await states()).toEqual(['new', 'new']);
  // As a program would: no click and no key reaches the page.
  await form.evaluate((element) => {
    (element as HTMLFormElement).requestSubmit();
  });
  await expect.poll(states, SOON).toEqual(['begun', 'begun']);
  await page.context().close();
});

test('code is copied by its button', async () => {
  const { page } = await openWatched(browser, site + (TUTORIALS[1]?.path.en ?? ''), {
    ...DESK,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const block = page.locator('code-block').first();
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => block.getByRole('button').innerText()).toBe('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('pre').evaluate((pre) => pre.textContent));
  await page.context().close();
});
