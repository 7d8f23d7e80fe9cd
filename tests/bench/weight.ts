import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../src/lib/chromium.ts';
import { BENCH_PATHS } from './built-site.ts';

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Bytes (gz) and requests of a page before a reader touches it, then with every feature awake. */
export async function benchWeight(siteUrl: string): Promise<void> {
  const browser = await launchChromium();
  for (const path of BENCH_PATHS) {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
    const loaded: { type: string; body: Promise<Buffer> }[] = [];
    page.on('response', (response) => {
      loaded.push({ type: response.request().resourceType(), body: response.body() });
    });
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
    const before = loaded.length;
    const first = await weigh(loaded);
    await wake(page);
    const awake = await weigh(loaded);
    console.log(
      `${path}: HTML ${kB(first.html)}, CSS ${kB(first.css)}, JavaScript ${kB(first.js)} (${kB(awake.js)} awake), ` +
        `together ${kB(first.html + first.css + first.js)}, fonts ${kB(first.fonts)}, ${before} requests`,
    );
    await page.close();
  }
  await browser.close();
}

/** Scrolls through the page and focuses each control once, so that all that is lazy loads. */
async function wake(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    for (const control of document.querySelectorAll<HTMLElement>(
      'input, select, textarea, button',
    )) {
      control.focus({ preventScroll: true });
    }
  });
  await page.waitForLoadState('networkidle');
}

async function weigh(loaded: readonly { type: string; body: Promise<Buffer> }[]) {
  const sizes = { html: 0, css: 0, js: 0, fonts: 0 };
  for (const { type, body } of loaded) {
    const bytes = await body;
    if (type === 'document') {
      const html = bytes.toString();
      const css = [...html.matchAll(STYLE)].map((match) => match[1]).join('');
      sizes.css += gzipSync(css, { level: 9 }).byteLength;
      sizes.html += gzipSync(html.replaceAll(STYLE, ''), { level: 9 }).byteLength;
    }
    if (type === 'stylesheet') sizes.css += gzipSync(bytes, { level: 9 }).byteLength;
    if (type === 'script') sizes.js += gzipSync(bytes, { level: 9 }).byteLength;
    if (type === 'font') sizes.fonts += bytes.byteLength;
  }
  return sizes;
}
