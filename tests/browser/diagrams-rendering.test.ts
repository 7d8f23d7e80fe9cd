import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIAGRAM_IDS } from '../../src/diagrams/catalogue.ts';
import type { Layout } from '../../src/diagrams/layout.ts';
import { LABEL, NOTE, WIDTHS, type Width } from '../../src/diagrams/metrics.ts';
import { everyView, subjectOf } from '../../src/diagrams/picture-source.ts';
import { openRenderer, renderText } from '../../src/diagrams/render/open-renderer.ts';
import { renderPicture } from '../../src/diagrams/render/render-picture.ts';
import { layoutOf } from '../../src/diagrams/view.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { launchChromium } from '../../src/lib/chromium.ts';

const WIDTH_NAMES = Object.keys(WIDTHS) as Width[];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await openRenderer(browser);
});

afterAll(() => browser.close());

describe.each(DIAGRAM_IDS.flatMap((id) => LOCALES.map((locale) => ({ id, locale }))))(
  '$id in $locale, rendered afresh by Mermaid',
  ({ id, locale }) => {
    test('gives the committed pictures, byte for byte', async () => {
      for (const width of WIDTH_NAMES) {
        const { file, content } = await renderPicture(page, id, locale, width);
        expect(readFileSync(`src/diagrams/pictures/${file}`, 'utf8')).toBe(content);
      }
    });

    test('parses in every state, and its rectangles are those of the page within a pixel', async () => {
      for (const [index, seen] of everyView(subjectOf(id, locale)).entries()) {
        // A mark adds a class to the text and moves nothing: each marked state is rendered once,
        // in languages and widths by turns; each unmarked one in both of both.
        if (seen.marks && LOCALES[index % 2] !== locale) continue;
        const widths = seen.marks
          ? WIDTH_NAMES.slice(Math.floor(index / 2) % 2).slice(0, 1)
          : WIDTH_NAMES;
        for (const width of widths) {
          const rendered = await renderText(page, seen.mermaid, width);
          expect(rectangles(rendered)).toEqual(rectangles(layoutOf(seen, width)));
        }
      }
    });

    test('keeps every line inside its box, as the face is really drawn', async () => {
      for (const seen of everyView(subjectOf(id, locale)).filter(({ marks }) => !marks)) {
        for (const width of WIDTH_NAMES) {
          expect(await strayLines(page, layoutOf(seen, width))).toEqual([]);
        }
      }
    });
  },
);

test('a text that Mermaid cannot parse is refused', async () => {
  await expect(renderText(page, 'flowchart TB\n  a[', 'wide')).rejects.toThrow(/Parse error/);
});

test('a second browser page renders the same bytes', async () => {
  const other = await openRenderer(browser);
  const [one, two] = [
    await renderPicture(page, 'hybrid', 'fr', 'narrow'),
    await renderPicture(other, 'hybrid', 'fr', 'narrow'),
  ];
  expect(two).toEqual(one);
  await other.close();
});

/** Rounded to the pixel: what the page draws and what Mermaid drew may differ by less. */
const rectangles = ({ shapes }: Layout) =>
  Object.fromEntries(
    shapes.map(({ id, x, y, width, height, frame, dashed }) => [
      id,
      { box: [x, y, width, height].map(Math.round), frame, dashed },
    ]),
  );

/** Draws the lines of a layout in the label face, and answers those that leave their box. */
function strayLines(where: Page, layout: Layout): Promise<readonly string[]> {
  return where.evaluate(
    ([{ shapes }, sizes]) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      document.body.append(svg);
      const stray = shapes.flatMap((shape) =>
        shape.lines.flatMap(({ text, x, y, note }) => {
          const line = document.createElementNS('http://www.w3.org/2000/svg', 'text');
          line.textContent = text;
          line.setAttribute('x', `${x}`);
          line.setAttribute('y', `${y}`);
          line.setAttribute('font-size', `${note ? sizes.note : sizes.label}`);
          line.setAttribute('font-weight', note ? '400' : '600');
          line.setAttribute('text-anchor', shape.frame ? 'start' : 'middle');
          svg.append(line);
          const box = line.getBBox();
          const inside =
            box.width > 0 &&
            box.x >= shape.x &&
            box.x + box.width <= shape.x + shape.width &&
            box.y >= shape.y &&
            box.y + box.height <= shape.y + shape.height;
          return inside ? [] : [`${shape.id}: ${text}`];
        }),
      );
      svg.remove();
      return stray;
    },
    [layout, { label: LABEL.size, note: NOTE.size }] as const,
  );
}
