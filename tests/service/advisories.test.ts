import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import { NO_LIMITS } from '../support/no-limits.ts';
import { COMMENTS, type MailedService, startMailedService } from './support/mailed-service.ts';
import { signedInModerator } from './support/moderator-client.ts';
import { postComment, type RunningService, SITE, startService } from './support/running-service.ts';
import { EASY_PROOF, solvedProof } from './support/solved-proof.ts';

/*
 * What went wrong in other comment systems, each as a test of ours. Where a whole file of tests
 * holds the same, it is named; here stands the one request that the advisory is about.
 */

let running: RunningService;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

/** The stored HTML of a comment that was taken; null when it was refused. */
async function htmlOf(comment: string): Promise<string | null> {
  const answer = await postComment(running, { comment }, { json: true });
  if (answer.status !== 201) return null;
  const body = (await answer.json()) as { comment: { id: string } };
  return (await running.service.store.findComment(body.comment.id))?.html ?? null;
}

describe('CVE-2026-44990 (sanitize-html): the body of a raw-text element comes out as markup', () => {
  // See tests/unit/comments/policy/raw-text.test.ts.
  test.each(['xmp', 'noembed', 'noframes', 'iframe', 'noscript', 'textarea', 'title', 'style'])(
    '<%s>',
    async (name) => {
      const html = await htmlOf(`a <${name}><img src=x onerror=alert(1)></${name}> b ${name}`);
      expect(html).not.toMatch(/<img|<(?!\/?p>|br)/);
    },
  );
});

describe('CVE-2026-48788 (remark42): what a visitor sent is served as a page of our origin', () => {
  test('what programs get is never HTML, and no browser may guess', async () => {
    await postComment(running, { comment: '<b>x</b>', name: '<script>' });
    for (const path of ['threads/hybrid.json', 'approved.json', 'openapi.json', 'health']) {
      const { headers } = await running.fetch(`/comments/${path}`);
      expect(headers.get('content-type'), path).toMatch(/^application\/json/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  test('there is no proxy', async () => {
    const answer = await running.fetch(`/comments/img?src=${encodeURIComponent(SITE)}`);
    expect(answer.status).toBe(404);
  });
});

describe('remark42#1677, Waline’s default key: the server calls an address that a visitor gave', () => {
  let asked: string[];
  let stranger: Server;
  beforeEach(async () => {
    asked = [];
    stranger = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    stranger.close();
  });

  test('nothing of a posting is ever fetched, and by default nothing leaves at all', async () => {
    const { port } = stranger.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/`;
    await postComment(running, {
      website: address,
      comment: `<a href="${address}a">x</a> <q cite="${address}b">y</q>`,
      url: `${address}page`,
    });
    const unknown = await running.fetch(`/comments/threads/${encodeURIComponent(address)}`, {
      method: 'POST',
      body: new URLSearchParams({ intent: 'send' }),
    });
    expect(unknown.status).toBe(404);
    await running.fetch('/comments/threads/hybrid.json');
    expect(asked).toEqual([]);
    expect(running.service.settings).toMatchObject({
      mail: null,
      rebuild: { hook: null, command: null },
      spam: { akismet: null },
    });
  });
});

test('remark42 ff85bbc: an IPv6 household has one limit, not 2^64', async () => {
  const limited = await startService({
    env: { TRUST_PROXY: '1' },
    limits: { ...running.service.limits, send: { limit: 2, windowMs: 60_000 } },
  });
  const from = (address: string, comment: string) =>
    postComment(limited, { comment }, { json: true, headers: { 'X-Forwarded-For': address } });
  const statuses = [];
  for (const end of ['1', '2', 'ffff:1', 'a:b:c'])
    statuses.push((await from(`2001:db8:1:2::${end}`, `From ${end}`)).status);
  expect(statuses).toEqual([201, 201, 429, 429]);
  expect((await from('2001:db8:1:3::1', 'The neighbor')).status).toBe(201);
  await limited.stop();
});

describe('Isso 0.14, Valine#348: markup in name and website, sent without the form', () => {
  // See tests/browser/comments-xss.test.ts: every known vector, in every page.
  test('the queue and the thread show it as text, and link nowhere', async () => {
    const name = '"><img src=x onerror=alert(1)>';
    const refused = await postComment(running, { website: 'javascript:alert(1)' }, { json: true });
    expect(refused.status).toBe(422);
    await postComment(running, { name, comment: 'Named so' });
    const moderator = await signedInModerator(running);
    const queue = await (await moderator.get('/moderation/fr/pending')).text();
    expect(queue).toContain('&lt;img src=x onerror');
    expect(queue).not.toContain('<img src=x');
  });
});

test('Artalk 0e0b53f: a secret in an address reaches no other site', async () => {
  const answer = await postComment(running, { comment: 'Where does it lead' });
  const receipt = await running.fetch(answer.headers.get('location') ?? '');
  expect(receipt.headers.get('referrer-policy')).toBe('same-origin');
  expect(receipt.headers.get('cache-control')).toBe('no-store');
  expect(running.log.join('\n')).not.toContain((answer.headers.get('location') ?? '').slice(-44));
});

describe('isso#443, cusdis#78: the form as a relay for mails', () => {
  // See tests/service/reply-mail.test.ts.
  let mailed: MailedService;
  beforeEach(async () => {
    const { confirmTo } = LIMITS;
    mailed = await startMailedService({}, { ...NO_LIMITS, confirmTo });
  });
  afterEach(() => mailed.stop());

  test('a hundred forms with somebody’s address: one mail, with no word of theirs', async () => {
    for (let n = 0; n < 100; n += 1)
      await mailed.post({ notify: '1', email: 'victim@example.org', comment: `Buy ${n}` });
    await mailed.mails.received(1);
    const toVictim = mailed.mails.mails.filter(({ to }) => to.includes('victim@example.org'));
    expect(toVictim).toHaveLength(1);
    expect(toVictim[0]?.raw).not.toContain('Buy');
    expect(toVictim[0]?.links.every((link) => link.startsWith(COMMENTS))).toBe(true);
  });
});

test('Isso’s approval of known addresses: typing one proves nothing', async () => {
  // See tests/service/known-commenters.test.ts, with addresses that are known.
  const trusting = await startService({ env: { ...EASY_PROOF, TRUST_KNOWN: '1' } });
  const first = await postComment(trusting, { comment: 'The first' }, { json: true });
  const { comment } = (await first.json()) as { comment: { id: string } };
  const act = { id: 'd', comments: [comment.id], moderator: 'm', at: trusting.service.now() };
  await trusting.service.store.decide({ ...act, to: 'approved' });
  const altcha = await solvedProof(trusting);
  trusting.wait(10_000);
  const second = await postComment(trusting, { comment: 'The second', altcha }, { json: true });
  expect(await second.json()).toMatchObject({ state: 'pending' });
  await trusting.stop();
});

test('Comentario#42: a page of another site decides in a moderator’s name', async () => {
  const own = await startService();
  const moderator = await signedInModerator(own);
  const answer = await postComment(own, { comment: 'Decide on me' }, { json: true });
  const { comment } = (await answer.json()) as { comment: { id: string } };
  const act = `approved:${comment.id}`;
  const token = await moderator.token();
  const evil = { Origin: 'https://evil.example' };
  expect((await moderator.post('/moderation/fr/decisions', { token, act }, evil)).status).toBe(403);
  expect((await moderator.post('/moderation/fr/decisions', { act })).status).toBe(403);
  await moderator.get(`/moderation/fr/decisions?act=${act}&token=${token}`);
  expect((await own.service.store.findComment(comment.id))?.state).toBe('pending');
  expect(moderator.cookie).not.toBe('');
  await own.stop();
});

test('GHSA-r9vw-cjf9-xh4x (ProcessWire): a page of another site posts a comment', async () => {
  // It would carry nobody's authority; it is refused all the same, to spare the queue.
  const foreign = await postComment(
    running,
    { comment: 'From elsewhere' },
    { json: true, headers: { Origin: 'https://evil.example' } },
  );
  expect(foreign.status).toBe(403);
});

test('CVE-2024-34078 (html-sanitizer): letters that become “<” when they are normalized', async () => {
  const html = await htmlOf('＜script＞alert(1)＜/script＞ ﹤b﹥');
  expect(html).toBe('<p>＜script＞alert(1)＜/script＞ ﹤b﹥</p>');
});

describe('WordPress, cut and transformed after it was cleaned', () => {
  test('a text that is too long is refused whole, never cut', async () => {
    expect(await htmlOf(`<a title='${'x'.repeat(66_000)} onmouseover=alert(1) '>`)).toBeNull();
  });

  test('quotes and dashes stay as they were typed', async () => {
    expect(await htmlOf('"a" -- <code>"b" -- c</code>')).toBe(
      '<p>&quot;a&quot; -- <code>&quot;b&quot; -- c</code></p>',
    );
  });

  test('a letter of four bytes ends nothing', async () => {
    expect(await htmlOf('a 𝌆 <b>c</b>')).toBe('<p>a 𝌆 <b>c</b></p>');
  });
});

test('CRLF in a name or an address makes no header', async () => {
  const name = await postComment(running, { name: 'A\r\nBcc: all@example.org' }, { json: true });
  const stored = (await name.json()) as { comment?: { name: string } };
  expect(stored.comment?.name ?? '').not.toMatch(/[\r\n]/);
  const email = 'a@example.org\r\nBcc: all@example.org';
  expect((await postComment(running, { email }, { json: true })).status).toBe(422);
});

test('ids are not to be guessed, and what waits is nobody else’s to read', async () => {
  const answer = await postComment(running, { comment: 'Only mine' }, { json: true });
  const { comment, receipt } = (await answer.json()) as {
    comment: { id: string };
    receipt: string;
  };
  expect(comment.id).toMatch(/^[\w-]{22}$/);
  const others = [comment.id, `${comment.id}${'x'.repeat(22)}`];
  for (const path of others)
    expect((await running.fetch(`/comments/receipts/${path}`)).status).toBe(404);
  expect((await running.fetch(`/comments/receipts/${receipt}`)).status).toBe(200);
});
