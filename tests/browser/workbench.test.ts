import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openRenderer, renderText } from '../../src/diagrams/render/open-renderer.ts';
import { workbenchPath } from '../../src/i18n/diagram-routes.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { SOON } from './support/soon.ts';
import { openWatched } from './support/watched-page.ts';

const site = inject('siteUrl');
const EN = workbenchPath('en');
const FR = workbenchPath('fr');
const WIDE = { viewport: { width: 1440, height: 900 } };
/** A machine in a machine, a pod, names with every kind of sign, and an engine. */
const RICH =
  'hvMnUg*Own kernel*C*web (1)*l*é + = & % @*a*nginx: 1/2, R&D!*...e.....MgPC*_a_ 1. b*la';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const addressOf = (path: string, stack: string, more = '') =>
  `${path}?${new URLSearchParams({ 'workbench.stack': stack })}${more}`;

/** The page with its bench awake. */
async function open(address: string, options: BrowserContextOptions = WIDE) {
  const { page, problems } = await openWatched(browser, site + address, options);
  if (!address.includes('?')) await page.locator('.bench-row').first().hover();
  await page.waitForFunction(() => customElements.get('stack-workbench'));
  return { page, problems, bench: page.locator('stack-workbench') };
}

const stackIn = (page: Page) => new URL(page.url()).searchParams.get('workbench.stack');

/** What has the focus, as a listener hears it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: on } = document;
    return on instanceof HTMLInputElement ? 'field' : (on?.textContent ?? '').trim();
  });

/** Goes on with the Tab key to what has these words, and no others. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === words) return;
  }
  throw new Error(`The Tab key never reaches “${words}”.`);
}

async function press(page: Page, words: string): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.press('Enter');
}

describe('by keyboard alone', () => {
  test('a stack is built, named, questioned and taken back', async () => {
    const { page, problems } = await openWatched(browser, site + EN, WIDE);
    const status = page.locator('stack-workbench [role=status]');
    await press(page, 'The empty bench');
    await expect.poll(() => stackIn(page), SOON).toBe('h');
    await press(page, 'Hypervisor');
    expect(await status.textContent()).toBe('Hypervisor added.');
    // What was added is chosen: one goes on from there.
    expect(await focused(page)).toMatch(/^Hypervisor/);
    await press(page, 'Virtual machine');
    await press(page, 'Container');
    expect(stackIn(page)).toBe('hvMgCla');
    await tabTo(page, 'field');
    await page.keyboard.type('web');
    expect(stackIn(page)).toBe('hvMgC*web*la');
    expect(await page.locator('.wide .stack').textContent()).toContain('web');

    await page.locator('.bench-row', { hasText: 'Guest kernel' }).focus();
    await page.keyboard.press('Enter');
    await press(page, 'Show what a flaw here reaches');
    expect(await status.textContent()).toBe(
      'A flaw in “Guest kernel (Virtual machine\u00a01)” also reaches directly: ' +
        'Libraries (web), Application (web). ' +
        '“Hypervisor” holds: neither it nor what is below it is reached directly.',
    );
    expect(await page.locator('.wide .plate:has(.hatch)').count()).toBe(3);
    expect(await page.locator('.bench-list [data-tag=reached]').count()).toBe(2);

    await page.locator('.bench-row', { hasText: 'Guest kernel' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('web');
    await page.keyboard.press('Delete');
    expect(stackIn(page)).toBe('hvMg');
    expect(await focused(page)).toMatch(/^Guest kernel/);
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.focus();
    await page.keyboard.press('Enter');
    expect(stackIn(page)).toBe('hvMgC*web*la');
    // A name is one step, however many keys it took.
    await page.keyboard.press('Enter');
    expect(stackIn(page)).toBe('hvMgCla');
    await press(page, 'Redo');
    expect(stackIn(page)).toBe('hvMgC*web*la');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a name that cannot be drawn is refused where it is typed', async () => {
    const { page, bench } = await open(addressOf(FR, 'hk'));
    await page.locator('.bench-row', { hasText: 'Noyau' }).click();
    const field = bench.locator('.bench-panel input');
    await field.fill('a#b');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await bench.locator('.bench-refusal').textContent()).toMatch(
      /^«\u00a0#\u00a0» ne peut pas/,
    );
    expect(stackIn(page)).toBe('hk');
    await field.fill('a b');
    expect(await field.getAttribute('aria-invalid')).toBe('false');
    expect(stackIn(page)).toBe('hk*a b*');
    await page.context().close();
  });
});

test('the list and the picture light each other up', async () => {
  const { page, bench } = await open(addressOf(EN, 'hkCla'));
  const lit = () =>
    bench
      .locator('[data-lit]')
      .evaluateAll((parts) => parts.map((part) => `${part.localName} ${part.dataset['id'] ?? ''}`));
  await page.locator('.bench-row', { hasText: 'Libraries' }).hover();
  expect(await lit()).toEqual(['li libraries-1', 'g libraries-1', 'g libraries-1']);
  await page.locator('.wide .stack [data-id="application-1"] rect').first().click();
  expect(await lit()).toEqual(['li application-1', 'g application-1', 'g application-1']);
  expect(await focused(page)).toBe('Application');
  expect(await bench.locator('.bench-panel').getAttribute('aria-label')).toBe('Application');
  await page.context().close();
});

test('is shared by its address, with the flaw that is asked about', async () => {
  const { page, bench } = await open(addressOf(FR, RICH, '&workbench.hit=4&other=1'), {
    ...WIDE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const copy = bench.locator('[data-copy=link]');
  await copy.click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()), SOON)
    .toMatch(/^http/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get('workbench.stack')).toBe(RICH);
  expect(new URL(link).searchParams.has('other')).toBe(false);
  const again = await open(link.slice(site.length));
  for (const part of ['.bench-list', '.bench-reach', '.bench-facts', 'pre', '.wide .stack > g']) {
    expect(await again.bench.locator(part).innerHTML()).toBe(await bench.locator(part).innerHTML());
  }
  expect(await again.bench.locator('.bench-reach').textContent()).toContain('Une faille dans');
  expect(again.problems).toEqual([]);
  // The language changes; the stack does not.
  await again.page.locator('.language a[hreflang=en]').click();
  await again.page.waitForURL(`**${EN}?**`);
  expect(stackIn(again.page)).toBe(RICH);
  await again.page.locator('.bench-tag', { hasText: 'flaw here' }).waitFor();
  await again.page.context().close();
  await page.context().close();
});

describe('an address that gives no stack', () => {
  test.each([
    ['markup', 'hk<img src=x onerror=alert(1)>', 'Character 3', '<'],
    ['a kernel in a container', 'hkCg', 'Character 4', 'a container cannot hold a kernel'],
    ['a machine without a kernel', 'hvMv', 'Character 4', 'cannot stand at the bottom'],
    ['a huge text', 'x'.repeat(9000), 'Character 2001', '2000 characters'],
    ['a high tower', 'h'.repeat(2000), 'Character 2000', '40 layers'],
  ])('%s is refused clearly', async (_, stack, place, words) => {
    const { page, problems, bench } = await open(addressOf(EN, stack));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const told = await alert.textContent();
    expect(told).toContain(place);
    expect(told?.toLowerCase()).toContain(words.toLowerCase());
    expect(told?.length).toBeLessThan(900);
    expect(await alert.locator('mark').count()).toBe(1);
    expect(await alert.locator('img').count()).toBe(0);
    expect(await bench.locator('.bench').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Three containers' }).click();
    expect(await alert.isVisible()).toBe(false);
    expect(await bench.locator('.wide .container').count()).toBe(3);
    expect(stackIn(page)).toBe('hkCla...Cla...Cla...e');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

test('Mermaid reads the text that is shown, and draws the same rectangles', async () => {
  const renderer = await openRenderer(browser);
  for (const [width, size] of [
    ['wide', WIDE],
    ['narrow', { viewport: { width: 360, height: 800 } }],
  ] as const) {
    const { page, bench } = await open(addressOf(EN, RICH, '&workbench.hit=4'), {
      ...size,
      reducedMotion: 'reduce',
    });
    const text = (await bench.locator('pre').textContent()) ?? '';
    const { shapes } = await renderText(renderer, text, width);
    const drawn = await bench.locator(`.${width} .stack g[data-id]`).evaluateAll((groups) =>
      groups.map((group) => {
        const {
          x,
          y,
          width: across,
          height,
        } = (group.querySelector('rect') as SVGRectElement).getBBox();
        return {
          id: group.getAttribute('data-id'),
          box: [x, y, across, height].map(Math.round),
          words: [...group.querySelectorAll('text')].map((line) =>
            line.textContent.replace(/\s/g, ' '),
          ),
        };
      }),
    );
    const byId = (one: { id: string | null }, other: { id: string | null }) =>
      `${one.id}` < `${other.id}` ? -1 : 1;
    expect(drawn.toSorted(byId)).toEqual(
      shapes
        .map(({ id, x, y, width: across, height, lines }) => ({
          id,
          box: [x, y, across, height].map(Math.round),
          words: lines.map((line) => line.text),
        }))
        .toSorted(byId),
    );
    await page.context().close();
  }
  await renderer.close();
});

describe('for everyone', () => {
  test.each(['light', 'dark'] as const)('nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await open(addressOf(FR, RICH, '&workbench.hit=4'), { ...WIDE, colorScheme });
    await page.locator('.bench-notes summary').click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto(site + addressOf(FR, 'hx'));
    await page.getByRole('alert').waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.context().close();
  });

  test('fits 320 px at the greatest depth, with targets of 44 px', async () => {
    const { page, bench } = await open(addressOf(FR, 'hvMnMnMgCla', '&workbench.hit=10'), {
      viewport: { width: 320, height: 700 },
    });
    await page.locator('.bench-notes summary').click();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const panel = await bench.locator('.bench-panel').boundingBox();
    const list = await bench.locator('.bench-list').boundingBox();
    expect(panel?.x).toBeCloseTo(list?.x ?? -1, 0);
    const small = await bench
      .locator('.bench button, .bench input, .bench-starts a, summary')
      .evaluateAll((targets) =>
        targets
          .filter(
            (target) => target.checkVisibility() && target.getBoundingClientRect().height < 44,
          )
          .map((target) => target.textContent),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });

  test('the first click counts, though nothing is loaded before it', async () => {
    const { page, problems } = await openWatched(browser, site + EN, WIDE);
    expect(await page.evaluate(() => customElements.get('stack-workbench'))).toBeUndefined();
    await page.getByRole('button', { name: 'Host kernel' }).evaluate((button) => {
      (button as HTMLElement).click();
    });
    await page.waitForFunction(() => customElements.get('stack-workbench'));
    // A kernel beside a hypervisor: both rest on the hardware.
    await expect.poll(() => stackIn(page), SOON).toBe('hvMgla.....k');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('without JavaScript it says what it needs, and shows what one could start from', async () => {
    const { page } = await openWatched(browser, site + FR, { ...WIDE, javaScriptEnabled: false });
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.locator('.bench-pages svg').count()).toBe(3);
    expect(await page.locator('.bench').isVisible()).toBe(false);
    await page.context().close();
  });
});
