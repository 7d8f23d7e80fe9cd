import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIAGRAM_IDS } from '../../src/diagrams/catalogue.ts';
import type { Layout } from '../../src/diagrams/layout.ts';
import { mermaidText } from '../../src/diagrams/mermaid-text.ts';
import { LABEL, NOTE, WIDTHS, type Width } from '../../src/diagrams/metrics.ts';
import { everyView, subjectOf } from '../../src/diagrams/picture-source.ts';
import { openRenderer, renderText } from '../../src/diagrams/render/open-renderer.ts';
import { renderPicture } from '../../src/diagrams/render/render-picture.ts';
import { layoutOf, type View } from '../../src/diagrams/view.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { launchChromium } from '../../src/lib/chromium.ts';

const WIDTH_NAMES = Object.keys(WIDTHS) as Width[];

/** States that Mermaid renders of one diagram, where it has more; every one is drawn and measured. */
const SAMPLE = 24;
const SEED = 20_261_125;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await openRenderer(browser);
});

afterAll(() => browser.close());

/** `beside` has the states of `patterns`. */
const DRAWN = DIAGRAM_IDS.filter((id) => id !== 'beside');

test('Mermaid, afresh, gives the committed pictures, byte for byte', async () => {
  for (const id of DIAGRAM_IDS)
    for (const locale of LOCALES)
      for (const width of WIDTH_NAMES) {
        const { file, content } = await renderPicture(page, id, locale, width);
        expect(readFileSync(`src/diagrams/pictures/${file}`, 'utf8')).toBe(content);
      }
});

describe.each(DRAWN)('%s', (id) => {
  test('parses in its states, and its rectangles are those of the page within a pixel', async () => {
    const views = Object.fromEntries(
      LOCALES.map((locale) => [locale, everyView(subjectOf(id, locale))]),
    );
    const states = sampled(views['fr']?.length ?? 0);
    for (const [turn, index] of states.entries()) {
      // Languages and widths by turns: each of the four meets a quarter of the states.
      const locale = LOCALES[turn % 2] ?? 'fr';
      const width = WIDTH_NAMES[Math.floor(turn / 2) % 2] ?? 'wide';
      const seen = views[locale]?.[index];
      if (!seen) throw new Error(`${id} has no state ${index}.`);
      const rendered = await renderText(page, mermaidText(seen), width);
      expect(rectangles(rendered)).toEqual(rectangles(layoutOf(seen, width)));
    }
  });

  test('keeps every line inside its box, in every state, as the face is really drawn', async () => {
    for (const locale of LOCALES) {
      const drawn = everyView(subjectOf(id, locale)).filter(({ marks }: View) => !marks);
      const layouts = drawn.flatMap((seen) => WIDTH_NAMES.map((width) => layoutOf(seen, width)));
      expect(await strayLines(page, layouts)).toEqual([]);
    }
  });
});

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

/** All of `count` indices, or `SAMPLE` of them by a generator with a stated seed (LCG of POSIX). */
function sampled(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (count <= SAMPLE) return all;
  let state = SEED;
  const draws = all.map((index) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return { index, rank: state };
  });
  return draws
    .sort((one, other) => one.rank - other.rank)
    .slice(0, SAMPLE)
    .map(({ index }) => index);
}

/** Rounded to the pixel: what the page draws and what Mermaid drew may differ by less. */
const rectangles = ({ shapes }: Layout) =>
  Object.fromEntries(
    shapes.map(({ id, x, y, width, height, frame, dashed }) => [
      id,
      { box: [x, y, width, height].map(Math.round), frame, dashed },
    ]),
  );

/** Draws the lines of layouts in the label face, and answers those that leave their box. */
function strayLines(where: Page, layouts: readonly Layout[]): Promise<readonly string[]> {
  return where.evaluate(
    ([all, sizes]) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      document.body.append(svg);
      const known = new Map<string, DOMRect>();
      // A line looks the same wherever it stands: each is measured once, at the origin.
      const extent = (text: string, note: boolean, anchor: string) => {
        const key = `${String(note)} ${anchor} ${text}`;
        const measured = known.get(key);
        if (measured) return measured;
        const line = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        line.textContent = text;
        line.setAttribute('font-size', `${note ? sizes.note : sizes.label}`);
        line.setAttribute('font-weight', note ? '400' : '600');
        line.setAttribute('text-anchor', anchor);
        svg.append(line);
        const box = line.getBBox();
        known.set(key, box);
        return box;
      };
      const stray = all.flatMap(({ shapes }) =>
        shapes.flatMap((shape) =>
          shape.lines.flatMap(({ text, x, y, note }) => {
            const box = extent(text, note, shape.frame ? 'start' : 'middle');
            const inside =
              box.width > 0 &&
              x + box.x >= shape.x &&
              x + box.x + box.width <= shape.x + shape.width &&
              y + box.y >= shape.y &&
              y + box.y + box.height <= shape.y + shape.height;
            return inside ? [] : [`${shape.id}: ${text}`];
          }),
        ),
      );
      svg.remove();
      return stray;
    },
    [layouts, { label: LABEL.size, note: NOTE.size }] as const,
  );
}
