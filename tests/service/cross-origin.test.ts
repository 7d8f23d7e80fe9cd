import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceOf } from '../../src/comments/service/cross-origin.ts';
import { postComment, type RunningService, SITE, startService } from './support/running-service.ts';

const PREVIEW = 'https://preview.example';
let running: RunningService;
beforeAll(async () => {
  running = await startService({ env: { SITE_ORIGINS: PREVIEW } });
});
afterAll(() => running.stop());

describe('posting', () => {
  test.each([
    ['the site, on another host', { Origin: SITE, 'Sec-Fetch-Site': 'cross-site' }, 303],
    ['a further origin that was named', { Origin: PREVIEW }, 303],
    [
      'the service’s own pages',
      { Origin: 'http://localhost:1', 'Sec-Fetch-Site': 'same-origin' },
      303,
    ],
    ['a foreign site', { Origin: 'https://evil.example' }, 403],
    ['a sandboxed frame', { Origin: 'null' }, 403],
    ['the site under plain http', { Origin: 'http://strates.example' }, 403],
    [
      'a neighbour on the same domain',
      { Origin: 'https://a.strates.example', 'Sec-Fetch-Site': 'same-site' },
      403,
    ],
    ['a foreign site that hides its origin', { Origin: '', 'Sec-Fetch-Site': 'cross-site' }, 403],
  ])('from %s', async (_who, headers, status) => {
    expect((await postComment(running, {}, { headers })).status).toBe(status);
  });

  test('a foreign form writes nothing', async () => {
    const count = async () => (await running.service.store.countByState()).pending;
    const before = await count();
    await postComment(running, {}, { headers: { Origin: 'https://evil.example' } });
    expect(await count()).toBe(before);
  });
});

describe('reading', () => {
  test.each([SITE, PREVIEW])('is allowed to %s', async (Origin) => {
    const response = await running.fetch('/comments/threads/hybrid.json', { headers: { Origin } });
    expect(response.headers.get('access-control-allow-origin')).toBe(Origin);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test.each(['https://evil.example', 'null', `${SITE}.evil.example`])(
    'is not opened to %s',
    async (Origin) => {
      const headers = { Origin };
      const response = await running.fetch('/comments/threads/hybrid.json', { headers });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('vary')).toContain('Origin');
    },
  );

  test('errors can be read by the site as well', async () => {
    const response = await postComment(running, { comment: '' }, { json: true });
    expect(response.status).toBe(422);
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE);
  });

  test('a preflight is answered to the site, and to nobody else', async () => {
    const preflight = (Origin: string) =>
      running.fetch('/comments/threads/hybrid', { method: 'OPTIONS', headers: { Origin } });
    const good = await preflight(SITE);
    expect([good.status, good.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, POST',
    ]);
    const bad = await preflight('https://evil.example');
    expect(bad.headers.get('access-control-allow-methods')).toBeNull();
  });

  test('the moderation pages are opened to no origin at all', async () => {
    const response = await running.fetch('/moderation/fr/sign-in', { headers: { Origin: SITE } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('where a request comes from', () => {
  const trusted = new Set([SITE]);
  test.each([
    [{ origin: 'http://192.168.1.5:4321', fetchSite: undefined, host: '192.168.1.5:4321' }, 'same'],
    [
      { origin: 'http://192.168.1.5:4322', fetchSite: undefined, host: '192.168.1.5:4321' },
      'foreign',
    ],
    [{ origin: undefined, fetchSite: undefined, host: 'a' }, 'unknown'],
    [{ origin: undefined, fetchSite: 'cross-site', host: 'a' }, 'foreign'],
    [{ origin: 'https://a', fetchSite: 'cross-site', host: 'a' }, 'foreign'],
    [{ origin: SITE, fetchSite: 'cross-site', host: 'a' }, 'trusted'],
    [{ origin: undefined, fetchSite: 'none', host: 'a' }, 'same'],
  ] as const)('%o is %s', (source, expected) => {
    expect(sourceOf(source, trusted)).toBe(expected);
  });
});
