import type { Browser } from 'playwright-core';
import lighthouse, { type Result } from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse on a phone, three runs of each page; the median of each score. `port` is the browser's debugging port. */
export async function benchLighthouse(
  urls: readonly string[],
  port: number,
  _browser: Browser,
): Promise<void> {
  for (const url of urls) {
    const runs: Result[] = [];
    for (let run = 0; run < 3; run += 1) {
      const result = await lighthouse(url, {
        port,
        logLevel: 'error',
        onlyCategories: [...CATEGORIES],
      });
      if (result) runs.push(result.lhr);
    }
    const median = (values: readonly number[]) =>
      [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
    const score = (name: string) =>
      median(runs.map((lhr) => (lhr.categories[name]?.score ?? 0) * 100));
    const audit = (name: string) =>
      median(runs.map((lhr) => lhr.audits[name]?.numericValue ?? Number.NaN));
    const scores = CATEGORIES.map((name) => `${name} ${score(name).toFixed(0)}`).join(', ');
    console.log(`${new URL(url).pathname}: ${scores}`);
    console.log(
      `  LCP ${audit('largest-contentful-paint').toFixed(0)} ms, blocking ${audit('total-blocking-time').toFixed(0)} ms, layout shift ${audit('cumulative-layout-shift').toFixed(3)}`,
    );
    for (const lhr of runs.slice(0, 1)) {
      const failed = Object.values(lhr.audits).filter(
        ({ score: s, scoreDisplayMode }) => s !== null && s < 1 && scoreDisplayMode === 'binary',
      );
      for (const { id, title } of failed) console.log(`  not met: ${id} (${title})`);
    }
  }
}
