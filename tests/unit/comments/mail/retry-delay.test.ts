import { expect, test } from 'vitest';
import { MOST_FAILURES, retryDelay } from '../../../../src/comments/mail/retry-delay.ts';

const HOUR = 3_600_000;

test('each delay is twice the one before, up to six hours', () => {
  const delays = Array.from({ length: 12 }, (_, n) => retryDelay(n + 1, 0.5));
  expect(delays.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000]);
  expect(delays.at(-1)).toBe(6 * HOUR);
});

test('jobs that failed together come back apart', () => {
  expect([retryDelay(3, 0), retryDelay(3, 0.999999)]).toEqual([90_000, 150_000]);
});

test('a mail server may be away for two days', () => {
  const delays = Array.from({ length: MOST_FAILURES - 1 }, (_, n) => retryDelay(n + 1, 0));
  expect(delays.reduce((sum, delay) => sum + delay)).toBeGreaterThan(36 * HOUR);
  const usual = Array.from({ length: MOST_FAILURES - 1 }, (_, n) => retryDelay(n + 1, 0.5));
  expect(usual.reduce((sum, delay) => sum + delay)).toBeGreaterThan(48 * HOUR);
});
