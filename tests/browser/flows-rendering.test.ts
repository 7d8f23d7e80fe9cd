import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FLOW_CASES } from '../../src/diagrams/flows/flow-catalogue.ts';
import { openFlowRenderer, renderFlow } from '../../src/diagrams/flows/render/render-flow.ts';
import { WIDTHS, type Width } from '../../src/diagrams/metrics.ts';
import { FONT_FILE } from '../../src/diagrams/render/measure-font.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { launchChromium } from '../../src/lib/chromium.ts';

const WIDTH_NAMES = Object.keys(WIDTHS) as Width[];

/** What of `flows.css` decides how much room words take. */
const STYLE = `
  @font-face { font-family: Labels; font-weight: 200 800; src: url(data:font/woff2;base64,${readFileSync(FONT_FILE).toString('base64')}) }
  ${readFileSync('src/diagrams/flows/flows.css', 'utf8')}
  :root { --font-text: Labels }`;

let browser: Browser;
let page: Page;

/** Pictures alone, as a page shows them. */
let plain: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await openFlowRenderer(browser);
  plain = await browser.newPage();
  await plain.setContent(`<style>${STYLE}</style>`);
  await plain.evaluate(() => document.fonts.load('600 15px Labels'));
});

afterAll(() => browser.close());

const FOLDER = 'src/diagrams/flows/pictures';
const committed = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8');

describe.each(FLOW_CASES.map((flow) => ({ id: flow.id, flow })))('$id', ({ flow }) => {
  test('rendered afresh by Mermaid, gives the committed pictures, byte for byte', async () => {
    for (const locale of LOCALES)
      for (const width of WIDTH_NAMES) {
        const { file, content } = await renderFlow(page, flow, locale, width);
        expect(committed(file)).toBe(content);
      }
  });

  test('keeps all words in their boxes and in the picture, as the face is really drawn', async () => {
    const pictures = readdirSync(FOLDER).filter((file) => file.startsWith(`${flow.id}.`));
    expect(pictures).toHaveLength(LOCALES.length * WIDTH_NAMES.length);
    expect(await strayWords(plain, pictures.map(committed))).toEqual([]);
  });
});

test('a second page of the browser renders the same bytes', async () => {
  const other = await openFlowRenderer(browser);
  for (const flow of FLOW_CASES.slice(0, 3)) {
    expect(await renderFlow(other, flow, 'fr', 'narrow')).toEqual(
      await renderFlow(page, flow, 'fr', 'narrow'),
    );
  }
  await other.close();
});

test('a text that Mermaid cannot parse is refused', async () => {
  const bad = page.evaluate(() =>
    globalThis.renderFlow(
      'flowchart TB\n  a[',
      { startOnLoad: false },
      {
        kind: 'graph',
        directions: { wide: 'TB', narrow: 'TB' },
        wrap: { wide: 9, narrow: 9 },
        nodes: [],
        edges: [],
      },
    ),
  );
  await expect(bad).rejects.toThrow(/Parse error/);
});

/** Words that leave the box of their part, run into those of another part, or leave the picture. */
function strayWords(where: Page, pictures: readonly string[]): Promise<readonly string[]> {
  return where.evaluate((markups) => {
    const within = (inner: DOMRect, outer: DOMRect | SVGRect) =>
      inner.x >= outer.x &&
      inner.right <= outer.x + outer.width &&
      inner.y >= outer.y &&
      inner.bottom <= outer.y + outer.height;
    const boxOf = (text: SVGTextElement) => {
      const { x, y, width, height } = text.getBBox();
      // The line box of the face is higher than its letters.
      return new DOMRect(x, y + height * 0.12, width, height * 0.76);
    };
    return markups.flatMap((markup) => {
      const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg');
      if (!svg) return ['no picture'];
      svg.setAttribute('width', `${svg.viewBox.baseVal.width}`);
      document.body.append(svg);
      const texts = [...svg.querySelectorAll('text')].map((text) => ({ text, box: boxOf(text) }));
      const stray = texts.filter(({ text, box }) => {
        const node = text.closest('.node')?.querySelector('rect')?.getBBox();
        return (
          box.width === 0 ||
          !within(box, svg.viewBox.baseVal) ||
          (node !== undefined && !within(box, node))
        );
      });
      const meeting = texts.filter(({ box: a }, index) =>
        texts
          .slice(index + 1)
          .some(({ box: b }) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom),
      );
      svg.remove();
      return [...stray, ...meeting].map(({ text }) => text.textContent);
    });
  }, pictures);
}
