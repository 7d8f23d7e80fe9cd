import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { SOON } from './support/soon.ts';
import { openWatched, type WatchedPage } from './support/watched-page.ts';

let browser: Browser;
let server: Server;
let base: string;
/** Requests for what never comes. */
let hanging: number;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await launchChromium();
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    if (path === '/never') hanging += 1;
    else if (path === '/nothing') response.writeHead(204).end();
    else if (path === '/file')
      response.writeHead(200, { 'content-disposition': 'attachment' }).end('x');
    else if (path === '/favicon.ico') response.end();
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>t</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(async () => {
  hanging = 0;
  watched = await openWatched(browser, `${base}/one`);
});
afterEach(() => watched.page.context().close());

/** Asks for what never comes, and resolves when the server was asked; `giveUp` breaks it off. */
async function ask(): Promise<void> {
  const before = hanging;
  await watched.page.evaluate(() => {
    const stop = new AbortController();
    Object.assign(window, { giveUp: stop.abort.bind(stop) });
    void fetch('/never', { signal: stop.signal }).catch(() => undefined);
  });
  await expect.poll(() => hanging, SOON).toBe(before + 1);
}

const neverFailed = (): Promise<Request> =>
  watched.page.waitForEvent('requestfailed', (request) => request.url().endsWith('/never'));

/** Breaks the last one off, and resolves when the browser said so. */
async function giveUp(): Promise<void> {
  const failed = neverFailed();
  await watched.page.evaluate(() => {
    (window as unknown as { giveUp: () => void }).giveUp();
  });
  expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
}

test('what was under way when a page is left is no problem', async () => {
  const leave = [
    () => watched.page.goto(`${base}/two`),
    () => watched.page.reload(),
    () => watched.page.goBack(),
    () => watched.page.goto(base.replace('127.0.0.1', 'localhost')),
  ];
  for (const go of leave) {
    await ask();
    const failed = neverFailed();
    await go();
    expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
  }
  expect(watched.problems).toEqual([]);
});

test('what a page gives up while nobody leaves it is one', async () => {
  await ask();
  await giveUp();
  expect(watched.problems).toEqual([`failed: ${base}/never`]);
});

test('and so it is on the page that one came to', async () => {
  await watched.page.goto(`${base}/two`);
  await ask();
  await giveUp();
  expect(watched.problems).toEqual([`failed: ${base}/never`]);
});

test.each([
  ['another place of the page', '/one#place'],
  ['a page that has no body', '/nothing'],
  ['a file that is saved', '/file'],
])('going to %s leaves nothing', async (_what, to) => {
  const { page, problems } = watched;
  await ask();
  const answered = to.includes('#')
    ? page.waitForURL(`**${to}`)
    : to === '/file'
      ? page.waitForEvent('download')
      : page.waitForEvent('response');
  await page.evaluate((place) => {
    location.assign(place);
  }, to);
  await answered;
  expect(problems).toEqual([]);
  await giveUp();
  expect(problems).toEqual([`failed: ${base}/never`]);
});
