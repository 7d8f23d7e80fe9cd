import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { becomeModerator } from './support/moderate.ts';
import { SOON } from './support/soon.ts';
import { openWatched } from './support/watched-page.ts';

let browser: Browser;
let served: ServedComments;
let session: Exclude<BrowserContextOptions['storageState'], undefined>;
/** Comments by the name that sent them. */
const ids = new Map<string, string>();

const NAMES = ['Awa', 'مريم العربية', '<script>x</script>', 'Unnomsansfin'.repeat(15), 'Zoé'];
const TEXTS = [
  'Et avec <u>Kata</u> ?',
  'مرحبا',
  'motsansespace'.repeat(60),
  'Un\n\n<code>mot</code>',
];

beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
  const { page } = await openWatched(browser, `${served.base}/moderation/fr/sign-in`);
  await becomeModerator(page, served);
  session = await page.context().storageState();
  await page.context().close();
  for (let n = 0; n < 24; n += 1) await post(NAMES[n % NAMES.length] ?? '', n);
  const { store } = served.service;
  const id = ids.get('Awa') ?? '';
  const comment = await store.findComment(id);
  const act = { comments: [id], to: 'approved', moderator: 'x', at: Date.now() } as const;
  await store.decide({ ...act, id: 'approved' });
  const note = { id: 'note', comment: id, moderator: 'x', text: 'Déjà vu ?' };
  await store.addNote({ ...note, at: Date.now() });
  await store.correctComment({
    seen: { id, editedAt: comment?.editedAt ?? null },
    raw: 'Corrigé',
    html: '<p>Corrigé</p>',
    policyVersion: 1,
    moderator: 'x',
    at: Date.now(),
  });
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

async function post(name: string, n: number): Promise<void> {
  const fields = { intent: 'send', locale: n % 2 ? 'en' : 'fr', name };
  const response = await fetch(`${served.base}/comments/threads/hybrid`, {
    method: 'POST',
    body: new URLSearchParams({
      ...fields,
      email: `visiteur${n % 4}@example.org`,
      website: n % 3 ? '' : `https://site.example/${'a'.repeat(100)}`,
      comment: `${TEXTS[n % TEXTS.length] ?? ''} ${n}`,
    }),
    headers: { Accept: 'application/json' },
  });
  const { comment } = (await response.json()) as { comment: { id: string } };
  ids.set(name, comment.id);
}

/** Every page of the queue, after its language. */
const PAGES: Readonly<Record<string, () => string>> = {
  'the filter and what it finds': () => '/all?text=kata&language=fr&sort=signals',
  'nothing found': () => '/spam?text=introuvable',
  'a comment with all that there is': () => `/comments/${ids.get('Awa') ?? ''}?tab=all`,
  'a comment with an endless name': () => `/comments/${ids.get(NAMES[3] ?? '') ?? ''}`,
  'an edit': () => `/comments/${ids.get('Zoé') ?? ''}/edit`,
  'a reply': () => `/comments/${ids.get('Awa') ?? ''}/reply`,
  'a decision on many': () => '/matching?tab=pending&to=spam',
  'the journal of one comment': () => `/journal?comment=${ids.get('Awa') ?? ''}`,
};

describe.each([
  ['fr', 'light'],
  ['en', 'dark'],
] as const)('in %s, %s, 320 pixels wide', (locale, colorScheme) => {
  test.each(Object.keys(PAGES))('%s', async (name) => {
    const url = `${served.base}/moderation/${locale}${PAGES[name]?.() ?? ''}`;
    const options = { colorScheme, storageState: session, viewport: { width: 320, height: 800 } };
    const { page, problems } = await openWatched(browser, url, options);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, 'wider than 320 px').toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('by keyboard', () => {
  const open = async (path: string) => {
    const opened = await openWatched(browser, served.base + path, { storageState: session });
    return opened.page;
  };
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.className);

  test('the help opens, names every key, and gives the focus back', async () => {
    const page = await open('/moderation/fr/pending');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    expect(await dialog.locator('kbd').allInnerTexts()).toEqual([...'jkarsxuoen/?']);
    // The keys are the help's as long as it is open.
    await page.keyboard.press('a');
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await focused(page)).toBe('queue-item');
    await page.context().close();
  });

  test('one searches, opens, notes and edits without the mouse, and comes back', async () => {
    const page = await open('/moderation/en/all');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('filter-text');
    await page.keyboard.type('kata');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/all?**text=kata**');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.waitForURL('**/comments/**text=kata**');
    await page.keyboard.press('n');
    expect(await focused(page)).toBe('note');
    await page.keyboard.type('ajx');
    expect(await page.locator('#note').inputValue()).toBe('ajx');
    await page.getByRole('button', { name: 'Add the note' }).press('Enter');
    await page.getByText('The note is added.').waitFor();
    await page.locator('.queue-item').focus();
    await page.keyboard.press('e');
    await page.waitForURL('**/edit?**');
    expect(await page.getByLabel('Text of the comment').inputValue()).toContain('Kata');
    await page.goBack();
    const { pathname } = new URL(page.url());
    await page.keyboard.press('j');
    await page.waitForURL(
      (url) => /\/comments\/[\w-]+$/.test(url.pathname) && url.pathname !== pathname,
    );
    await page.context().close();
  });

  test('the focus stays where one was after a decision, and undoing is offered for ten seconds', async () => {
    const page = await open('/moderation/fr/pending?sort=newest');
    await page.clock.install();
    await page.reload();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.getByText('Un commentaire refusé.').waitFor();
    const place = () =>
      page
        .locator('.queue-item')
        .evaluateAll((items) => items.findIndex((item) => item === document.activeElement));
    await expect.poll(place, SOON).toBe(2);
    const undo = page.getByRole('button', { name: /^Annuler/ });
    expect(await undo.innerText()).toMatch(/^Annuler \(\d+ s\)$/);
    await page.clock.runFor(12_000);
    expect(await undo.count()).toBe(0);
    await page.getByRole('link', { name: /depuis le journal/ }).click();
    await page.getByRole('button', { name: 'Annuler' }).first().click();
    await page.getByText('Annulée par Modératrice').first().waitFor();
    await page.context().close();
  });
});

test('without JavaScript one filters, decides on all that match, undoes, edits and replies', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: session });
  const page = await context.newPage();
  await page.goto(`${served.base}/moderation/en/pending`);
  expect(await page.getByRole('button', { name: 'Keyboard shortcuts' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Reject…' }).click();
  expect(await page.locator('main').innerText()).toMatch(/\d+ comments match\./);
  await page.getByRole('button', { name: /^Reject the \d+ comments$/ }).click();
  await page.getByText(/\d+ comments rejected\./).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Decision undone').waitFor();
  await page.getByLabel('Author').fill('zoé');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.locator('.queue-author a').first().click();
  await page.getByRole('link', { name: 'Edit the text' }).click();
  await page.getByLabel('Text of the comment').fill('Mieux <b>dit</b>');
  await page.getByRole('button', { name: 'Preview' }).click();
  expect(await page.locator('.queue-preview .comment-body').innerHTML()).toBe(
    '<p>Mieux <b>dit</b></p>',
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The text is changed.').waitFor();
  await page.getByRole('button', { name: /^Approve/ }).click();
  await page.getByRole('link', { name: 'Reply' }).click();
  await page.getByLabel('Your reply').fill('Merci.');
  await page.getByRole('button', { name: 'Publish the reply' }).click();
  await page.getByText('Your reply is published.').waitFor();
  const thread = await (await fetch(`${served.base}/comments/threads/hybrid.json`)).text();
  expect(thread).toContain('Merci.');
  await context.close();
});
