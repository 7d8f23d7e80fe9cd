import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { applyPolicy } from '../../src/comments/policy/index.ts';
import type { NewComment } from '../../src/comments/store/store.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { sampleComment } from '../service/support/sample-comment.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { SOON } from './support/soon.ts';
import { openWatched } from './support/watched-page.ts';

let browser: Browser;
let served: ServedComments;
beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
  await served.service.store.addModerator({ id: 'm', name: 'M', email: 'm@m.mm', createdAt: 0 });
  for (const [id, changes] of THREAD) await publish(id, changes);
  await served.service.store.withdrawComment({ comment: 'gone', at: served.service.now() });
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const HOUR = 3_600_000;

/** A thread with all that one can hold. */
const THREAD: readonly (readonly [string, Partial<NewComment>])[] = [
  ['first', { name: 'Awa', raw: 'Une <b>question</b>', website: 'https://awa.example/' }],
  ['reply', { name: 'Michael', locale: 'en', raw: 'An answer', parent: 'first' }],
  ['deeper', { name: 'Zoé', raw: 'Merci', parent: 'reply', avatar: '' }],
  ['gone', { name: 'Retirée', raw: 'À retirer' }],
  ['orphan', { name: 'Linh', raw: 'Sous une place vide', parent: 'gone' }],
  ['last', { name: 'Bachir', locale: 'en', raw: 'The last one' }],
];

async function publish(id: string, changes: Partial<NewComment>): Promise<void> {
  const { store, now } = served.service;
  const html = applyPolicy(changes.raw ?? '').html;
  const at = now() - 3 * HOUR;
  await store.addComment(
    sampleComment({ tutorial: 'hybrid', website: null, createdAt: at, html, ...changes, id }),
  );
  const act = { comments: [id], to: 'approved', moderator: 'm', at: now() } as const;
  await store.decide({ id: `approve ${id}`, ...act });
}

const FRENCH = '/fr/tutoriels/hybride/';

async function open(path = `${FRENCH}#comments`, options = {}) {
  const watched = await openWatched(browser, served.base + path, options);
  await watched.page.locator('#comment-last').waitFor();
  return watched;
}

/** Opens the composer as who writes does, and waits for its toolbar. */
async function wake(page: Page): Promise<void> {
  await page.locator('#comment-comment').focus();
  await page.locator('.comment-tools').waitFor();
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id ?? document.activeElement?.className);

test('two levels, whom a deeper reply answers, pictures, languages, and a place without words', async () => {
  const { page, problems } = await open();
  const drawn = await page
    .locator('.comment-list > li')
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector('article')?.id,
        ...[...item.querySelectorAll('.comment-replies > li > article')].map(({ id }) => id),
      ]),
    );
  expect(drawn).toEqual([
    ['comment-first', 'comment-reply', 'comment-deeper'],
    ['comment-gone', 'comment-orphan'],
    ['comment-last'],
  ]);
  const deeper = page.locator('#comment-deeper');
  expect(await deeper.locator('.comment-to').innerText()).toBe('en réponse à Michael');
  expect(await deeper.locator('.comment-avatar').innerText()).toBe('Z');
  expect(await page.locator('#comment-reply .comment-to').count()).toBe(0);
  expect(await page.locator('#comment-reply .comment-language').innerText()).toBe(
    'écrit en anglais',
  );
  expect(await page.locator('#comment-first .comment-avatar path').count()).toBe(3);
  expect(await page.locator('#comment-first .comment-author a').getAttribute('href')).toBe(
    'https://awa.example/',
  );
  expect(await page.locator('#comment-last .comment-author a').count()).toBe(0);
  expect(await page.locator('#comment-gone').innerText()).toBe('Ce commentaire a été retiré.');
  const time = page.locator('#comment-first time');
  expect(await time.innerText()).toBe('il y a 3 heures');
  expect(await time.getAttribute('title')).toMatch(/ \d{4} à \d\d:\d\d$/);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a link to a comment that came since the build leads to it', async () => {
  const { page } = await open(`${FRENCH}#comment-deeper`);
  await page.locator('#comment-deeper:target').waitFor();
  await expect
    .poll(
      () => page.locator('#comment-deeper').evaluate((node) => node.getBoundingClientRect().top),
      SOON,
    )
    .toBeLessThan(900);
  await page.context().close();
});

test('one language at a time, where the thread has both; a link opens what is hidden', async () => {
  const { page } = await open();
  const seen = () =>
    page
      .locator('.comment-list article')
      .evaluateAll((nodes) =>
        nodes.filter((node) => node.checkVisibility()).map(({ id }) => id.slice(8)),
      );
  const select = page.locator('.comment-filter select');
  await select.selectOption('en');
  // What a shown reply answers stays in sight.
  expect(await seen()).toEqual(['first', 'reply', 'last']);
  await page.evaluate(() => location.assign('#comment-deeper'));
  expect(await seen()).toEqual(['first', 'reply', 'deeper', 'last']);
  await select.selectOption('');
  expect((await seen()).length).toBe(THREAD.length);
  await page.context().close();

  const { page: other } = await openWatched(
    browser,
    `${served.base}/fr/tutoriels/conteneurisation/#comments`,
  );
  await other.locator('comment-thread:defined').waitFor();
  await other.waitForLoadState('networkidle');
  expect(await other.locator('.comment-filter').isVisible()).toBe(false);
  await other.context().close();
});

test('a reply is written under what it answers, by keyboard alone', async () => {
  const { page, problems } = await open();
  const link = page.locator('#comment-reply .comment-reply');
  expect(await link.getAttribute('href')).toBe('/comments/threads/hybrid/reply/fr/reply');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page), SOON).toBe('comment-comment');
  const heading = page.getByRole('heading', { name: 'Répondre à Michael' });
  expect(await heading.isVisible()).toBe(true);
  expect(await page.locator('.composer').evaluate((node) => node.previousElementSibling?.id)).toBe(
    'comment-reply',
  );

  // Given up, the form is back where it was and the focus where it came from.
  await page.getByRole('button', { name: 'Annuler' }).press('Enter');
  expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await page.getByRole('heading', { name: 'Laisser un commentaire' }).count()).toBe(1);

  await page.keyboard.press('Enter');
  await page.getByLabel('Nom').fill('Sacha');
  await page.getByLabel('Adresse de messagerie').fill('sacha@example.org');
  await page.locator('#comment-comment').fill('Ma réponse');
  await page.getByRole('button', { name: 'Envoyer' }).press('Enter');
  const mine = page.locator('#comment-first ~ .comment-replies .comment-waiting');
  await mine.waitFor();
  expect(await mine.locator('.comment-body').innerText()).toBe('Ma réponse');
  expect(await mine.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await page.locator('.comment-notice').innerText()).toContain('Merci.');
  const { comments } = await served.service.store.queue({ state: 'pending', limit: 9 });
  expect(comments.map(({ raw, parent }) => [raw, parent])).toEqual([['Ma réponse', 'reply']]);

  // In this browser it waits where it will stand, and can be changed.
  await page.reload();
  await mine.waitFor();
  await mine.getByRole('link', { name: 'Modifier ou retirer' }).click();
  await page.getByText('Retirer', { exact: true }).click();
  await page.getByRole('button', { name: 'Retirer ce commentaire' }).click();
  await page.getByRole('heading', { name: 'Votre commentaire est retiré' }).waitFor();
  await page.goto(`${served.base}${FRENCH}#comments`);
  await page.locator('#comment-last').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.comment-waiting').count()).toBe(0);
  // Pages of the site fade into each other; from one to the service's there is nothing to fade.
  expect(problems.filter((text) => !text.includes('ViewTransition'))).toEqual([]);
  await page.context().close();
});

test('a reply that was begun is found again after a reload', async () => {
  const { page } = await open();
  await page.locator('#comment-last .comment-reply').click();
  await page.locator('#comment-comment').fill('Commencé');
  await page.getByRole('button', { name: 'Laisser un commentaire' }).waitFor();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('strates')), SOON)
    .toContain('Commencé');
  await page.reload();
  await page.getByRole('heading', { name: 'Répondre à Bachir' }).waitFor();
  expect(await page.locator('#comment-comment').inputValue()).toBe('Commencé');
  // The button that keeps the form's place makes a comment of its own of it.
  await page.getByRole('button', { name: 'Laisser un commentaire' }).click();
  expect(await focused(page)).toBe('comment-comment');
  expect(await page.locator('[name=parent]').inputValue()).toBe('');
  expect(await page.locator('#comment-comment').inputValue()).toBe('Commencé');
  await page.context().close();
});

test('what was answered is gone: the text stays, and can be sent by itself', async () => {
  await publish('fleeting', { name: 'Éphémère', raw: 'Bientôt retiré' });
  const { page } = await open();
  await expect
    .poll(async () => {
      await page.reload();
      await page.locator('#comment-last').waitFor();
      return page.locator('#comment-fleeting').count();
    }, SOON)
    .toBe(1);
  await page.locator('#comment-fleeting .comment-reply').click();
  await page.getByLabel('Nom').fill('Sacha');
  await page.getByLabel('Adresse de messagerie').fill('sacha@example.org');
  await page.locator('#comment-comment').fill('Trop tard');
  await served.service.store.withdrawComment({ comment: 'fleeting', at: served.service.now() });
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('n’est plus publié').waitFor();
  expect(await page.locator('#comment-comment').inputValue()).toBe('Trop tard');
  expect(await page.locator('[name=parent]').inputValue()).toBe('');
  await page.context().close();
});

test('the preview follows what is typed, without a button and without taking the focus', async () => {
  const { page } = await open();
  await wake(page);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.getByLabel('Adresse de messagerie').fill('secret@example.org');
  await page.locator('#comment-comment').pressSequentially('Un <b>mot</b> <u>x</u>');
  const preview = page.locator('.comment-preview .comment-body');
  await expect.poll(() => preview.innerHTML(), SOON).toBe('<p>Un <b>mot</b> x</p>');
  expect(await page.locator('.comment-preview .comment-removals').innerText()).toContain('<u>');
  expect(await focused(page)).toBe('comment-comment');
  expect(sent.join()).toContain('intent=preview');
  expect(sent.join()).not.toContain('secret');
  await page.locator('#comment-comment').fill('');
  await expect.poll(() => preview.count(), SOON).toBe(0);
  await page.context().close();
});

test('keys and buttons put tags around what is selected, and undo takes them back', async () => {
  const { page } = await open();
  await wake(page);
  const field = page.locator('#comment-comment');
  await field.fill('un mot');
  await field.evaluate((node: HTMLTextAreaElement) => {
    node.setSelectionRange(3, 6);
  });
  await page.keyboard.press('Control+b');
  expect(await field.inputValue()).toBe('un <strong>mot</strong>');
  await page.keyboard.press('Control+i');
  expect(await field.inputValue()).toBe('un <strong><em>mot</em></strong>');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await field.inputValue()).toBe('un mot');

  await field.press('End');
  const bar = page.getByRole('toolbar', { name: 'Mise en forme' });
  await page.keyboard.press('Tab');
  expect(
    await bar
      .getByRole('button')
      .first()
      .evaluate((node) => node === document.activeElement),
  ).toBe(true);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.keyboard.type('https://a.example/');
  expect(await field.inputValue()).toBe('un mot<a href="https://a.example/"></a>');
  expect(await focused(page)).toBe('comment-comment');
  // One stop for the Tab key, whichever button had it.
  expect(await bar.locator('[tabindex="0"]').count()).toBe(1);
  await page.context().close();
});

test('without JavaScript: a reply on a page of its own, then changed, then taken back', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${served.base}/comments/threads/hybrid/reply/en/first`);
  expect(await page.locator('h1').innerText()).toBe('Reply to Awa');
  expect(await page.locator('.comment-quoted .comment-body').innerHTML()).toBe(
    '<p>Une <b>question</b></p>',
  );
  await page.getByLabel('Name').fill('Sam');
  await page.getByLabel('Email address').fill('sam@example.org');
  await page.getByRole('textbox', { name: 'Comment' }).fill('An <b>answer</b>');
  await page.getByRole('button', { name: 'Preview' }).click();
  expect(await page.locator('h1').innerText()).toBe('Reply to Awa');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await page.locator('h1').innerText()).toBe('Your comment is waiting for moderation');
  await page.getByText('Edit', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Another <i>answer</i>');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('.comment-body').innerHTML()).toBe('<p>Another <i>answer</i></p>');
  await page.getByText('Withdraw', { exact: true }).click();
  await page.getByRole('button', { name: 'Withdraw this comment' }).click();
  expect(await page.locator('h1').innerText()).toBe('Your comment is withdrawn');
  await context.close();
});

test('all that the form and the thread run weighs at most 6 kB', () => {
  const folder = join(inject('siteFolder'), '_astro');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  /** What every lesson has at once, and the proof of work, which has a budget of its own. */
  const others = /^(?:shell|lesson|proof\.worker)[.-]/;
  // All that the thread imports, at once or later.
  const scripts = readdirSync(folder).filter((file) => file.startsWith('comment-thread'));
  for (const script of scripts) {
    for (const [, file = ''] of read(script).matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      if (!scripts.includes(file) && !others.test(file)) scripts.push(file);
    }
  }
  expect(scripts.length).toBeGreaterThan(0);
  const weights = scripts.map((file) => gzipSync(read(file), { level: 9 }).length);
  expect(
    weights.reduce((sum, weight) => sum + weight, 0),
    scripts.join(),
  ).toBeLessThanOrEqual(6_000);
});
