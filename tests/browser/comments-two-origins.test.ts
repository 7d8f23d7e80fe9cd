import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { freePort } from '../support/free-port.ts';
import { copyProject, type ProjectCopy } from '../support/project-copy.ts';
import { SOON } from './support/soon.ts';
import {
  serveApart,
  type Served,
  type ServedComments,
  serveStatic,
} from './support/comments-site.ts';
import { becomeModerator } from './support/moderate.ts';
import { openWatched } from './support/watched-page.ts';

let browser: Browser;
let comments: ServedComments;
let site: Served;
let project: ProjectCopy;
beforeAll(async () => {
  browser = await launchChromium();
  const port = await freePort();
  const siteUrl = `http://localhost:${port}`;
  comments = await serveApart(siteUrl);
  // Another host and not only another port: the two are cross-site to the browser.
  const commentsUrl = comments.base.replace('localhost', '127.0.0.1');
  await postTo(commentsUrl, siteUrl, 'Baked <b>in</b>');
  const { page } = await openWatched(browser, comments.base);
  await becomeModerator(page, comments);
  await page.getByRole('button', { name: /Approuver le commentaire/ }).click();
  await page.getByText('Un commentaire approuvé.').waitFor();
  await page.context().close();
  project = copyProject();
  await project.build({ SITE_URL: siteUrl, COMMENTS_URL: commentsUrl });
  site = await serveStatic(join(project.folder, 'dist'), port);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await comments.stop();
  project.remove();
});

async function postTo(base: string, origin: string, comment: string): Promise<void> {
  const response = await fetch(`${base}/comments/threads/hybrid`, {
    method: 'POST',
    body: new URLSearchParams({
      intent: 'send',
      locale: 'en',
      name: 'Ada',
      email: 'ada@example.org',
      comment,
    }),
    headers: { Origin: origin, Accept: 'application/json' },
  });
  expect(response.status).toBe(201);
}

const lesson = () => `${site.base}/en/tutorials/hybrid/#comments`;

test('approved comments are in the page, for readers without JavaScript and without the service', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(lesson());
  expect(await page.locator('.comment-body').innerHTML()).toBe('<p>Baked <b>in</b></p>');
  expect(requested.filter((url) => !url.startsWith(site.base))).toEqual([]);
  await context.close();
});

test('the element reads, previews and posts across, under both policies', async () => {
  const { page, problems } = await openWatched(browser, lesson());
  await page.locator('comment-thread:defined').waitFor();
  await page.getByLabel('Name').fill('Bachir');
  await page.getByLabel('Email address').fill('bachir@example.org');
  await page.getByRole('textbox', { name: 'Comment' }).fill('From <i>another</i> origin');
  await page.getByRole('button', { name: 'Preview' }).click();
  expect(await page.locator('.comment-preview .comment-body').innerHTML()).toBe(
    '<p>From <i>another</i> origin</p>',
  );
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.comment-waiting').waitFor();
  expect(problems).toEqual([]);

  const { store, now } = comments.service;
  const [waiting] = (await store.queue({ state: 'pending', limit: 1 })).comments;
  const moderator = await store.findModerator({ email: 'moderatrice@example.org' });
  await store.decide({
    id: 'two-origins',
    comments: [waiting?.id ?? ''],
    to: 'approved',
    moderator: moderator?.id ?? '',
    at: now(),
  });
  await expect
    .poll(async () => {
      await page.reload();
      await page.locator('comment-thread:defined').waitFor();
      await page.waitForLoadState('networkidle');
      return page.locator('.comment-list .comment-author').allInnerTexts();
    }, SOON)
    .toEqual(['Ada', 'Bachir']);
  expect(await page.locator('.comment-waiting').count()).toBe(0);
  await page.context().close();
});

test('the plain form posts across, and leads back', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(lesson());
  await page.getByLabel('Name').fill('Chloé');
  await page.getByLabel('Email address').fill('chloe@example.org');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Without JavaScript');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await page.locator('h1').innerText()).toBe('Your comment is waiting for moderation');
  await page.getByRole('link', { name: /Back to the tutorial/ }).click();
  expect(page.url()).toBe(lesson());
  await context.close();
});

test('a comment that was withdrawn since the build goes from the page', async () => {
  const { store, now } = comments.service;
  const approved = await store.approvedComments('hybrid');
  const moderator = await store.findModerator({ email: 'moderatrice@example.org' });
  await store.decide({
    id: 'withdraw',
    comments: approved.map(({ id }) => id),
    to: 'rejected',
    moderator: moderator?.id ?? '',
    at: now(),
  });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const { page } = await openWatched(browser, lesson());
  await expect.poll(() => page.locator('.comment-list .comment').count(), SOON).toBe(0);
  expect(await page.locator('.comments-empty').isVisible()).toBe(true);
  await page.context().close();
});

test('a page of another site can neither read nor post', async () => {
  const { page } = await openWatched(browser, comments.base + '/comments/health');
  await page.route('https://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>' }),
  );
  await page.goto('https://evil.example/');
  const read = await page.evaluate(
    (base) =>
      fetch(`${base}/comments/threads/hybrid.json`).then(
        () => 'read',
        () => 'refused',
      ),
    comments.base,
  );
  expect(read).toBe('refused');
  await page.context().close();
});
