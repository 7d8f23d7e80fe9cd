import lighthouse, { type Result } from 'lighthouse';
import { launchChromium } from '../../src/lib/chromium.ts';
import { BENCH_PATHS } from './built-site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const RUNS = 3;
const DEBUGGING_PORT = 9333;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Lighthouse as on a phone, three runs a page: the median of each score, and what was not met. */
export async function benchLighthouse(siteUrl: string): Promise<void> {
  const browser = await launchChromium({ args: [`--remote-debugging-port=${DEBUGGING_PORT}`] });
  for (const path of BENCH_PATHS) {
    const runs: Result[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const result = await lighthouse(siteUrl + path, {
        port: DEBUGGING_PORT,
        logLevel: 'error',
        onlyCategories: [...CATEGORIES],
      });
      if (result) runs.push(result.lhr);
    }
    report(path, runs);
  }
  await browser.close();
}

function report(path: string, runs: readonly Result[]): void {
  const score = (name: string) =>
    median(runs.map(({ categories }) => (categories[name]?.score ?? 0) * 100));
  const audit = (name: string) =>
    median(runs.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN));
  console.log(
    `${path}: ${CATEGORIES.map((name) => `${name} ${score(name).toFixed(0)}`).join(', ')}`,
  );
  console.log(
    `  LCP ${audit('largest-contentful-paint').toFixed(0)} ms, blocking ${audit('total-blocking-time').toFixed(0)} ms, ` +
      `layout shift ${audit('cumulative-layout-shift').toFixed(3)}`,
  );
  const failed = Object.values(runs[0]?.audits ?? {}).filter(
    ({ score: reached, scoreDisplayMode }) =>
      reached !== null && reached < 1 && scoreDisplayMode === 'binary',
  );
  for (const { id, title, details } of failed) {
    const items =
      details?.type === 'table' ? JSON.stringify(details.items.map(({ reason }) => reason)) : '';
    console.log(`  not met: ${id} (${title}) ${items}`);
  }
}
