import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  GOOD,
  postComment,
  type RunningService,
  SITE,
  startService,
} from './support/running-service.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

const FORM = 'application/x-www-form-urlencoded';

const post = (
  body: BodyInit,
  contentType: string | null = FORM,
  path = '/comments/threads/hybrid',
) =>
  running.fetch(path, {
    method: 'POST',
    body,
    headers: {
      Origin: SITE,
      Accept: 'application/json',
      ...(contentType !== null && { 'Content-Type': contentType }),
    },
  });

const encoded = (fields: Record<string, string> = {}) =>
  new URLSearchParams({ ...GOOD, ...fields }).toString();

describe('a wrong request is told what is wrong with it', () => {
  test.each([
    ['JSON', '{}', 'application/json', 415, 'bad-type'],
    ['no type', new Uint8Array([1, 2]), null, 415, 'bad-type'],
    ['another charset', encoded(), `${FORM}; charset=iso-8859-1`, 415, 'bad-type'],
    ['half a character', new Uint8Array([0x61, 0x3d, 0xc3]), FORM, 400, 'bad-encoding'],
    ['a broken escape', `${encoded()}&x=%E0%A4`, FORM, 400, 'bad-encoding'],
    ['a lone percent sign', 'comment=100%', FORM, 400, 'bad-encoding'],
    ['a field sent twice', `${encoded()}&name=B`, FORM, 400, 'bad-form'],
    ['more fields than any form has', 'a=1&'.repeat(5000), FORM, 400, 'bad-form'],
    ['multipart without its boundary', 'x', 'multipart/form-data', 400, 'bad-form'],
    [
      'multipart cut short',
      '--b\r\nContent-Disp',
      'multipart/form-data; boundary=b',
      400,
      'bad-form',
    ],
    ['no intent', encoded({ intent: '' }), FORM, 400, 'no-intent'],
    ['another intent', encoded({ intent: 'approve' }), FORM, 400, 'no-intent'],
    ['nothing', '', FORM, 400, 'no-intent'],
    ['too much', `comment=${'a'.repeat(300_000)}`, FORM, 413, 'too-large'],
  ] as const)('%s', async (_what, body, type, status, code) => {
    const response = await post(body, type);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, code });
    expect(response.status).toBe(status);
  });

  test('a file in place of a text', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(GOOD)) body.set(name, value);
    body.set('comment', new Blob(['x']), 'x.txt');
    const response = await running.fetch('/comments/threads/hybrid', {
      method: 'POST',
      body,
      headers: { Origin: SITE },
    });
    expect(response.status).toBe(400);
  });

  test('a length that lies is cut off at the limit', async () => {
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('a'.repeat(16_384)));
      },
    });
    const endless = running.fetch('/comments/threads/hybrid', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { Origin: SITE, 'Content-Type': FORM },
    } as RequestInit);
    const outcome = await endless.then(({ status }) => status).catch(() => 'closed');
    expect([413, 'closed']).toContain(outcome);
  });

  test.each([
    ['POST', '/comments/threads/unknown', 404],
    ['POST', '/comments/threads/..%2fhybrid', 404],
    ['GET', '/comments/threads/unknown.json', 404],
    ['GET', '/comments/threads/__proto__.json', 404],
    ['GET', '/comments/receipts/short', 404],
    ['GET', '/comments/assets/secret', 404],
    ['GET', '/comments/assets/..%2f..%2fpackage.json', 404],
    ['GET', '/comments/%E0%A4%A', 404],
    ['PUT', '/comments/threads/hybrid', 405],
    ['DELETE', '/comments/threads/hybrid.json', 405],
    ['POST', '/comments/approved.json', 405],
    ['PATCH', '/moderation/fr/sign-in', 405],
    ['POST', '/comments/health', 405],
  ])('%s %s is %i', async (method, path, status) => {
    const init = { method, headers: { Accept: 'application/json', Origin: SITE } };
    const response = await running.fetch(path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status });
    if (status === 405) expect(response.headers.get('allow')).toMatch(/GET|POST/);
  });

  test('a person gets the same as a page in their language', async () => {
    const headers = { 'Accept-Language': 'en-GB,en;q=0.9', Accept: 'text/html' };
    const response = await running.fetch('/comments/nothing', { headers });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('There is nothing at this address.');
  });
});

test('NUL, lone surrogates and line ends of all kinds are stored as plain text', async () => {
  const body = encoded({ comment: 'a\0b\r\nc\u2028d' }).replace('comment=', 'comment=%EF%BB%BF');
  expect((await post(body)).status).toBe(201);
  const { comments } = await running.service.store.queue({ state: 'pending', limit: 100 });
  expect(comments.at(-1)?.html).not.toContain('\0');
  expect((await post('comment=%ED%A0%80&intent=send')).status).toBe(400);
});

describe('four hundred seeded requests', () => {
  const header = fc.stringMatching(/^[\x21-\x7e]{0,40}$/);
  const bytes = fc.uint8Array({ maxLength: 400 });
  const field = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constant('a'.repeat(70_000)),
  );
  const body = fc.oneof(
    bytes,
    fc.string({ maxLength: 200 }),
    fc
      .record({
        intent: fc.constantFrom('send', 'preview', 'x'),
        name: field,
        email: field,
        website: field,
        comment: field,
        locale: field,
      })
      .map((fields) => new URLSearchParams(fields).toString()),
  );
  const type = fc.constantFrom(
    FORM,
    'multipart/form-data; boundary=a',
    'text/plain',
    `${FORM}; charset=UTF-8`,
  );
  const path = fc.oneof(
    fc.constantFrom(
      '/comments/threads/hybrid',
      '/moderation/fr/sign-in',
      '/moderation/en/decisions',
    ),
    fc.webPath().map((tail) => `/comments${tail}`),
    fc.webPath().map((tail) => `/moderation${tail}`),
  );
  const method = fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD');

  test('none is answered with a server error, none breaks a rule of what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(
        path,
        method,
        type,
        header,
        body,
        async (at, how, contentType, accept, what) => {
          const bodyless = how === 'GET' || how === 'HEAD';
          const response = await running.fetch(at, {
            method: how,
            headers: {
              'Content-Type': contentType,
              Accept: accept,
              Cookie: `moderator=${accept}`,
              Origin: SITE,
            },
            ...(!bodyless && { body: what as BodyInit }),
          });
          await response.arrayBuffer();
          return response.status < 500;
        },
      ),
      { numRuns: 400, seed: 2026 },
    );
    const { comments } = await running.service.store.queue({ state: 'pending', limit: 1000 });
    for (const { name, email, raw } of comments) {
      expect(name.length).toBeGreaterThan(0);
      expect(email).toMatch(/^[^\s@]+@[^\s@]+$/);
      expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(65_525);
    }
    expect(running.log.join('\n')).not.toContain('"fault"');
  });
});

test.each([
  ['not HTTP at all', 'hello\r\n\r\n'],
  [
    'two lengths',
    'POST /comments/threads/hybrid HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ],
  [
    'a length and chunks',
    'POST /comments/threads/hybrid HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'a host that is none',
    'GET /comments/health HTTP/1.1\r\nHost: a b/<>\r\nConnection: close\r\n\r\n',
  ],
  ['an absolute address', 'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
])('raw bytes: %s', async (_what, bytes) => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(running.base).port), '127.0.0.1', () =>
      socket.write(bytes),
    );
    let text = '';
    socket.on('data', (data) => (text += data.toString('latin1')));
    socket.on('close', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect((await postComment(running)).status).toBe(303);
});
