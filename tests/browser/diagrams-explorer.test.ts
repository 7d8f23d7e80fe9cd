import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { subjectOf } from '../../src/diagrams/picture-source.ts';
import { initialState } from '../../src/diagrams/parameters.ts';
import { layoutOf, view } from '../../src/diagrams/view.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { SOON } from './support/soon.ts';
import { contrastOfLabels } from './support/contrast-of-labels.ts';
import { choose, openDiagram } from './support/open-diagram.ts';

const site = inject('siteUrl');
const VIRTUAL = '/en/tutorials/virtualization/';
const HYBRID = '/fr/tutoriels/hybride/';
const WIDE = { viewport: { width: 1440, height: 900 } };

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

const open = (id: string, address: string, options: BrowserContextOptions = WIDE) =>
  openDiagram(browser, site + address, id, options);

describe('a question asked of the picture', () => {
  test('changes picture, sentence, list, Mermaid text and address', async () => {
    const { page, problems, diagram } = await open('virtual', `${VIRTUAL}?containers.count=6`);
    await choose(page, 'virtual.guests', '4');
    expect(await diagram.locator('.wide .plate.guest-kernel').count()).toBe(4);
    expect(await diagram.locator('figcaption p').first().textContent()).toContain(
      '4 virtual machines, 4 guest kernels',
    );
    expect(await diagram.locator('.diagram-list [data-id="vm4-kernel"]').count()).toBe(1);
    await diagram.locator('summary', { hasText: 'Mermaid' }).click();
    await expect
      .poll(() => diagram.locator('pre').textContent(), SOON)
      .toContain('vm4-kernel ~~~ hypervisor');
    const { searchParams } = new URL(page.url());
    expect([...searchParams]).toEqual([
      ['containers.count', '6'],
      ['virtual.guests', '4'],
    ]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('draws the rectangles that Mermaid was given', async () => {
    const { page, diagram } = await open('virtual', `${VIRTUAL}?virtual.type=2&virtual.guests=3`);
    const subject = subjectOf('virtual', 'en');
    const state = { ...initialState(subject.parameters), type: '2', guests: '3' };
    const drawn = () =>
      diagram.locator('.wide .stack g[data-id]').evaluateAll((groups) =>
        groups.map((group) => {
          const { x, y, width, height } = (group.querySelector('rect') as SVGRectElement).getBBox();
          return { id: group.getAttribute('data-id'), x, y, width, height };
        }),
      );
    const laid = layoutOf(view(subject, state), 'wide').shapes;
    // Plates glide to their places: they have to get there.
    await expect
      .poll(drawn, SOON)
      .toEqual(laid.map(({ id, x, y, width, height }) => ({ id, x, y, width, height })));
    await page.context().close();
  });

  test('is asked by keyboard alone, and heard once', async () => {
    const { page, diagram } = await open('virtual', VIRTUAL);
    const status = diagram.locator('[role=status]');
    await status.evaluate((element) => {
      new MutationObserver((changes) => {
        element.setAttribute(
          'data-heard',
          `${Number(element.getAttribute('data-heard')) + changes.length}`,
        );
      }).observe(element, { childList: true });
    });
    await page.locator('[name="virtual.hit"][value="none"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await diagram.locator('.wide .hatch').count()).toBe(2);
    expect(await status.textContent()).toBe(
      'Virtual machine\u00a01: the application is reached, with the libraries and the data that it may use.',
    );
    expect(await status.getAttribute('data-heard')).toBe('1');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'virtual.at',
    );
    await page.keyboard.press('ArrowDown');
    expect(
      await diagram.locator('.wide .hatch').first().locator('..').getAttribute('data-id'),
    ).toMatch(/^vm2-/);
    await page.context().close();
  });

  test('can be put to a plate itself, and taken back', async () => {
    const { page, diagram } = await open('hybrid', HYBRID);
    const kernel = diagram.locator('.wide [data-id="vm1-kernel"] > rect');
    await kernel.first().click({ position: { x: 12, y: 12 } });
    const reached = diagram.locator('.wide .plate:has(.hatch)');
    const ids = () =>
      reached.evaluateAll((plates) => plates.map((plate) => plate.getAttribute('data-id')));
    expect((await ids()).sort()).toEqual(['c1-app', 'c1-libs', 'c2-app', 'c2-libs', 'vm1-kernel']);
    expect(await page.locator('[name="hybrid.hit"]:checked').getAttribute('value')).toBe(
      'guest-kernel',
    );
    expect(await diagram.locator('figcaption strong').textContent()).toContain(
      'les 2 conteneurs qui le partagent',
    );
    await kernel.nth(1).click({ position: { x: 12, y: 12 } });
    expect(await ids()).toEqual([]);
    await page.context().close();
  });

  test('is undone by starting over', async () => {
    const { page, diagram } = await open(
      'hybrid',
      `${HYBRID}?hybrid.pattern=vm-each&hybrid.hit=hypervisor`,
    );
    expect(await diagram.locator('.wide .utility-vm').count()).toBe(3);
    await diagram.locator('[type=reset]').click();
    expect(await diagram.locator('.wide .utility-vm').count()).toBe(1);
    expect(await page.locator('[name="hybrid.pattern"]:checked').getAttribute('value')).toBe(
      'both',
    );
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });
});

describe('the address', () => {
  test('gives a state back, whole', async () => {
    const { page, diagram } = await open(
      'hybrid',
      `${HYBRID}?hybrid.tenants=4&hybrid.hit=guest-kernel&hybrid.at=4`,
    );
    expect(await page.locator('[name="hybrid.at"]').inputValue()).toBe('4');
    expect(await diagram.locator('.wide [data-id="u4-kernel"] .hatch').count()).toBe(1);
    expect(await diagram.locator('.wide [data-id="vm1-kernel"] .hatch').count()).toBe(0);
    await page.context().close();
  });

  test('falls back on the first state where it is wrong', async () => {
    const { page, diagram, problems } = await open(
      'virtual',
      `${VIRTUAL}?virtual.guests=99&virtual.hit=%3Cb%3E&virtual.type=`,
    );
    expect(await diagram.locator('.wide .plate.guest-kernel').count()).toBe(2);
    expect(await diagram.locator('.hatch').count()).toBe(
      await diagram.locator('.diagram-legend .hatch').count(),
    );
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('is copied with the state of this diagram alone', async () => {
    const { page, diagram } = await open(
      'virtual',
      `${VIRTUAL}?hybrid.tenants=4&virtual.guests=3`,
      {
        ...WIDE,
        permissions: ['clipboard-read', 'clipboard-write'],
      },
    );
    const button = diagram.locator('[data-copy=link]');
    await button.click();
    await page.waitForFunction(
      () =>
        document.querySelector('#diagram-virtual [data-copy=link]')?.textContent?.trim() ===
        'Copied',
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site}${VIRTUAL}?virtual.guests=3#diagram-virtual`,
    );
    await page.context().close();
  });
});

describe('what it looks like', () => {
  test.each(['light', 'dark'] as const)(
    'every label stands out by 7 to 1, reached or not, in %s',
    async (colorScheme) => {
      const { page, diagram } = await open('hybrid', `${HYBRID}?hybrid.hit=guest-kernel`, {
        ...WIDE,
        colorScheme,
      });
      const contrasts = await contrastOfLabels(diagram.locator('.wide .stack'));
      expect(contrasts.length).toBeGreaterThan(15);
      for (const { text, ratio } of contrasts) expect(ratio, text).toBeGreaterThanOrEqual(7);
      const axe = await new AxeBuilder({ page }).include('#diagram-hybrid').analyze();
      expect(axe.violations).toEqual([]);
      await page.context().close();
    },
  );

  test('no hatching under words: each stands on a rim of its plate’s own color', async () => {
    const { page, diagram } = await open('hybrid', `${HYBRID}?hybrid.hit=hypervisor`);
    const rims = await diagram.locator('.wide .plate:has(.hatch) text').evaluateAll((texts) =>
      texts.map((line) => {
        const { stroke, strokeWidth, paintOrder } = getComputedStyle(line);
        const plate = line.parentElement?.querySelector('rect');
        const same = plate && getComputedStyle(plate).fill === stroke;
        return [same, strokeWidth, paintOrder.split(' ')[0]];
      }),
    );
    expect(rims.length).toBeGreaterThan(5);
    for (const rim of rims) expect(rim).toEqual([true, '8px', 'stroke']);
    await page.context().close();
  });

  test.each([320, 360, 768, 1440])(
    'one picture at %i px, as wide as its place, its words at full size',
    async (width) => {
      const { page, diagram } = await open('hybrid', HYBRID, { viewport: { width, height: 800 } });
      const pictures = diagram.getByRole('img');
      expect(await pictures.count()).toBe(1);
      const [scale, overflow] = await pictures.evaluate((svg) => [
        svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width,
        document.documentElement.scrollWidth - innerWidth,
      ]);
      expect(scale).toBeGreaterThanOrEqual(1);
      // In the face that pages really get: a subset of the one that was measured.
      const stray = await pictures.locator('g > text').evaluateAll((lines) =>
        lines
          .filter((line) => {
            const words = line.getBoundingClientRect();
            const box = line.parentElement?.querySelector('rect')?.getBoundingClientRect();
            return !box || words.left < box.left || words.right > box.right;
          })
          .map((line) => line.textContent),
      );
      expect(stray).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  test('moves only where motion is welcome', async () => {
    const durations: string[] = [];
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      const { page, diagram } = await open('hybrid', HYBRID, { ...WIDE, reducedMotion });
      durations.push(
        await diagram
          .locator('.wide .plate > rect')
          .first()
          .evaluate((plate) => getComputedStyle(plate).transitionDuration),
      );
      await page.context().close();
    }
    expect(durations[0]).toContain('0.16s');
    expect(durations[1]).not.toContain('0.16s');
  });
});

describe('what it needs', () => {
  test('nothing before a picture comes into sight', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 400 } });
    const page = await context.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(site + HYBRID);
    await page.waitForLoadState('networkidle');
    expect(scripts.filter((url) => url.includes('stack-explorer'))).toEqual([]);
    await page.locator('#diagram-hybrid').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => customElements.get('stack-explorer'));
    expect(scripts.filter((url) => url.includes('stack-explorer'))).toHaveLength(1);
    expect(scripts.filter((url) => url.includes('mermaid'))).toEqual([]);
    await context.close();
  });

  test('no JavaScript to be read: picture, sentence, list and text are there, controls are not', async () => {
    const context = await browser.newContext({ ...WIDE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site + HYBRID);
    const diagram = page.locator('#diagram-hybrid');
    expect(await diagram.getByRole('img').count()).toBe(1);
    expect(await diagram.locator('figcaption p').first().textContent()).toContain(
      '3 conteneurs, deux noyaux',
    );
    expect(await diagram.locator('form').isVisible()).toBe(false);
    expect(await diagram.locator('[data-copy=link]').isVisible()).toBe(false);
    await diagram.locator('summary', { hasText: 'Description en texte' }).click();
    expect(await diagram.locator('.diagram-list [data-id="u3-kernel"]').isVisible()).toBe(true);
    await context.close();
  });
});
