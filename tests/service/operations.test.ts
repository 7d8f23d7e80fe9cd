import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startService, postComment, type RunningService } from './support/running-service.ts';

const METRICS_TOKEN = 'a token of the tests, not short'.replaceAll(' ', '-');

let running: RunningService;
beforeAll(async () => {
  running = await startService({ env: { METRICS_TOKEN } });
});
afterAll(() => running.stop());

const metrics = (authorization?: string): Promise<Response> =>
  running.fetch('/comments/metrics', {
    headers: authorization === undefined ? {} : { Authorization: authorization },
  });

describe('the service', () => {
  test('says that it lives and can serve, and no cache keeps that', async () => {
    for (const [path, status] of [
      ['/comments/health', 'ok'],
      ['/comments/ready', 'ready'],
    ] as const) {
      const answer = await running.fetch(path);
      expect([answer.status, await answer.json()]).toEqual([200, { status }]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('lives, but cannot serve, while its database is away', async () => {
    const other = await startService();
    await other.service.store.close();
    expect((await other.fetch('/comments/health')).status).toBe(200);
    const answer = await other.fetch('/comments/ready', {
      headers: { Accept: 'application/json' },
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not-ready', status: 503 });
    await other.stop();
  });

  test('counts what it did, and what waits', async () => {
    await postComment(running, {});
    await running.fetch('/comments/nothing-of-the-sort');
    const answer = await metrics(`Bearer ${METRICS_TOKEN}`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (await answer.text()).split('\n');
    expect(lines).toContain('strates_comments{state="pending"} 1');
    expect(lines).toContain('strates_comments{state="spam"} 0');
    expect(lines).toContain('strates_outbox_jobs{state="failed"} 0');
    const posted = lines.find((line) => line.includes('route="/comments/threads/:tutorial"'));
    expect(posted).toMatch(/^strates_requests_total\{method="POST",.*status="[23]0[13]"\} 1$/);
    expect(lines.some((line) => /^strates_request_duration_seconds_bucket\{/.test(line))).toBe(
      true,
    );
    // A path that a visitor made up is no label: it may hold a secret, and there are endlessly many.
    expect(lines.join('\n')).not.toContain('nothing-of-the-sort');
  });

  test.each([
    ['nobody', undefined],
    ['a wrong token', 'Bearer wrong'],
    ['the token in another scheme', `Basic ${METRICS_TOKEN}`],
  ])('tells %s that there are no metrics', async (_, authorization) => {
    expect((await metrics(authorization)).status).toBe(404);
  });

  test('has no metrics where no token is set', async () => {
    const other = await startService();
    const headers = { Authorization: 'Bearer ' };
    expect((await other.fetch('/comments/metrics', { headers })).status).toBe(404);
    expect((await other.fetch('/comments/metrics')).status).toBe(404);
    await other.stop();
  });
});
