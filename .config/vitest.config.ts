import { defineConfig } from 'vitest/config';

/**
 * Files at a time, of all projects alike. Tests mostly wait, for Chromium and for servers; by its
 * own count Vitest would leave one core of two idle.
 */
const maxWorkers = 2;

const root = new URL('..', import.meta.url).pathname;

/** What every project shares; long times, for a machine that has much else to do. */
const shared = {
  maxWorkers,
  testTimeout: 60_000,
  hookTimeout: 180_000,
  // What is to show within a second may take longer beside a second file of tests.
  expect: { poll: { timeout: 15_000 } },
};

/** Three projects: `unit` needs nothing; `service` starts servers; `browser` drives Chromium on the built site. */
export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { root, test: { ...shared, name: 'service', include: ['tests/service/**/*.test.ts'] } },
      {
        root,
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/built-site.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
