import { existsSync, readFileSync } from 'node:fs';
import { html, raw } from 'hono/html';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { queuePage } from '../../src/comments/moderation/queue-page.ts';
import {
  applyPolicy,
  cleanName,
  cleanWebsite,
  POLICY_VERSION,
} from '../../src/comments/policy/index.ts';
import { composePage } from '../../src/comments/service/compose-page.ts';
import { readSubmission } from '../../src/comments/service/read-submission.ts';
import type { NewComment } from '../../src/comments/store/store.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { OWN_VECTORS } from './support/own-vectors.ts';
import { SOON } from './support/soon.ts';
import { openTrap, type Trap } from './support/xss-trap.ts';

/** A big collection that is not part of the project; where it lies beside it, it is run as well. */
const COLLECTION = new URL('../../../shared/data/xss-vectors.json', import.meta.url);

const VECTORS: readonly string[] = [
  ...OWN_VECTORS,
  ...(existsSync(COLLECTION)
    ? (JSON.parse(readFileSync(COLLECTION, 'utf8')) as { payload: string }[]).map(
        ({ payload }) => payload,
      )
    : []),
];

/** Comments on one page. */
const BATCH = 600;

let browser: Browser;
let served: ServedComments;
let trap: Trap;
let comments: readonly Required<NewComment>[];
beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTogether(inject('siteFolder'));
  trap = await openTrap(browser, served.base);
  comments = VECTORS.map(commentOf);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** A vector as comment, name and website, each through the door that a visitor's would take. */
function commentOf(vector: string, n: number): Required<NewComment> {
  const name = cleanName(vector.slice(0, 245));
  const website = cleanWebsite(vector.slice(0, 200));
  const html = htmlOf(vector);
  return {
    id: `vector-${n}`,
    tutorial: 'hybrid',
    locale: n % 2 ? 'en' : 'fr',
    name: name.ok ? name.value : 'x',
    email: 'x@example.org',
    website: website.ok ? website.value : null,
    raw: vector,
    html,
    policyVersion: POLICY_VERSION,
    createdAt: 0,
    receiptHash: '',
    parent: null,
    avatar: '',
    signals: [],
    network: null,
    origin: null,
    writtenBy: null,
  };
}

function htmlOf(vector: string): string {
  try {
    return applyPolicy(vector).html;
  } catch {
    return '';
  }
}

const batches = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) =>
    items.slice(n * BATCH, (n + 1) * BATCH),
  );

/** Serves a page of ours, with the headers that the service sends. */
async function show(page: Page, body: string): Promise<void> {
  const { headers } = await fetch(`${served.base}/comments/nothing`);
  const url = `${served.base}/moderation/shown`;
  await page.route(url, (route) =>
    route.fulfill({
      body,
      headers: { ...Object.fromEntries(headers), 'content-type': 'text/html; charset=utf-8' },
    }),
  );
  await page.goto(url);
  await page.unroute(url);
}

/** Elements and attributes that have no business where comments are shown. */
const intruders = (page: Page, root: string): Promise<string[]> =>
  page
    .locator(root)
    .first()
    .evaluate((element) => {
      const TAGS = 'a abbr acronym b blockquote cite code del em i q strike strong p br'.split(' ');
      const found: string[] = [];
      for (const node of element.querySelectorAll('*')) {
        const inComment = node.closest('.comment-body') !== null && !node.matches('.comment-body');
        if (inComment && !TAGS.includes(node.localName)) found.push(node.outerHTML.slice(0, 200));
        if (/^(script|iframe|object|embed|style|link|base|meta)$/.test(node.localName))
          found.push(node.localName);
        for (const { name, value } of node.attributes) {
          if (/^on|^style$|^srcdoc$/.test(name)) found.push(`${name}=${value}`.slice(0, 200));
          if (name === 'href' && !/^(https?:\/\/|mailto:|\/|#)/.test(value))
            found.push(`href=${value}`.slice(0, 200));
        }
      }
      return found;
    });

test('the trap springs on what would execute', async () => {
  const open = await openTrap(browser, served.base);
  const body =
    '<img src=x onerror=alert(1)><script>throw new Error("thrown")</script><img src="https://evil.example/x.png">';
  const url = `${served.base}/unprotected`;
  await open.page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  await open.page.goto(url);
  for (const caught of ['alert was called', 'thrown', 'https://evil.example/x.png'])
    await expect.poll(() => open.sprung(), SOON).toContainEqual(expect.stringContaining(caught));
  await open.close();
});

test('none executes in the queue', async () => {
  const { store } = served.service;
  const by = {
    moderator: await store.addModerator({
      id: 'shown',
      name: VECTORS[0] ?? '',
      email: 'shown',
      createdAt: 0,
    }),
    tokenHash: '',
    session: '',
    formToken: '',
  };
  const counts = await store.countByState();
  for (const batch of batches(comments)) {
    const waiting = batch.map(
      (comment) =>
        ({
          ...comment,
          state: 'pending',
          decidedAt: null,
          editedAt: null,
          erasedAt: null,
          moderator: false,
        }) as const,
    );
    const items = waiting.map((comment) => ({
      comment,
      parent: comment,
      history: null,
      notes: [],
    }));
    const vector = batch[0]?.raw ?? '';
    const view = {
      locale: 'fr',
      by,
      view: {
        tab: 'pending',
        tutorial: vector,
        language: '',
        author: vector,
        text: vector,
        sort: '',
      },
      counts,
      others: [vector],
      items,
      before: vector,
      next: vector,
      unsearched: 0,
      done: { decision: null, told: null, changed: 0 },
    } as const;
    await show(trap.page, String(await queuePage(served.service, view)));
    expect(await trap.page.locator('.queue-item').count()).toBe(batch.length);
    expect(await intruders(trap.page, 'main')).toEqual([]);
  }
  expect(await trap.sprung()).toEqual([]);
});

test('none executes in the preview, nor in the form that keeps what was typed', async () => {
  const tutorial = served.service.tutorials.get('hybrid');
  if (!tutorial) throw new Error('There is no lesson `hybrid`.');
  for (const batch of batches(VECTORS)) {
    const views = batch.map((vector) => {
      const draft = { name: vector, email: vector, website: vector, comment: vector };
      const preview = readSubmission(draft, 'en');
      const { errors } = preview;
      return composePage(served.service, {
        tutorial,
        locale: 'en',
        draft,
        errors,
        preview,
        notice: vector,
      });
    });
    const pages = (await Promise.all(views)).map(String);
    const mains = pages.map((text) =>
      text.slice(text.indexOf('<main'), text.lastIndexOf('</main>')),
    );
    const [first = ''] = pages;
    // One head, and what the pages differ in, hundreds of times.
    const head = first.slice(0, first.indexOf('<main'));
    await show(
      trap.page,
      String(
        await html`${raw(head)}
          <main>${raw(mains.join('</main>'))}</main>`,
      ),
    );
    expect(await trap.page.locator('.comment-form').count()).toBe(batch.length);
    expect(await intruders(trap.page, 'body')).toEqual([]);
  }
  expect(await trap.sprung()).toEqual([]);
});

test('none executes on the page of a tutorial', async () => {
  const { store } = served.service;
  await store.addModerator({ id: 'm', name: 'M', email: 'm', createdAt: 0, passwordHash: null });
  let shown = 0;
  for (const batch of batches(comments)) {
    for (const comment of batch) await store.addComment(comment);
    const ids = batch.map(({ id }) => id);
    await store.decide({ id: `d${shown}`, comments: ids, to: 'approved', moderator: 'm', at: 1 });
    shown += batch.length;
  }
  await trap.page.goto(`${served.base}/en/tutorials/hybrid/#comments`);
  await expect
    .poll(() => trap.page.locator('.comment-list .comment').count(), { timeout: 60_000 })
    .toBe(shown);
  expect(await intruders(trap.page, 'comment-thread')).toEqual([]);
  expect(await trap.sprung()).toEqual([]);
});
