import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { choose, openDiagram } from './support/open-diagram.ts';
import { SOON } from './support/soon.ts';

const site = inject('siteUrl');
const PATTERNS = '/fr/schemas/hybride/';
const WIDE = { viewport: { width: 1440, height: 900 } };

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

const open = (id: string, address: string, options: BrowserContextOptions = WIDE) =>
  openDiagram(browser, site + address, id, options);

describe('the list and the picture', () => {
  test('light each other up, and a line opens what it is about, by keyboard', async () => {
    const { page, diagram } = await open('patterns', PATTERNS);
    const line = diagram.locator('.diagram-list [data-id="vm1-kernel"] > button');
    await line.focus();
    const lit = () => diagram.locator('.narrow .stack [data-lit]').getAttribute('data-id');
    expect(await lit()).toBe('vm1-kernel');
    await page.keyboard.press('Enter');
    const about = diagram.locator('.diagram-list [data-id="vm1-kernel"] > p');
    await about.waitFor();
    expect(await about.textContent()).toContain('Le noyau d’une machine virtuelle');
    expect(await line.getAttribute('aria-expanded')).toBe('true');
    expect(await diagram.locator('[role=status]').textContent()).toBe('');
    await page.keyboard.press('Tab');
    expect(await lit()).toBe('c1');
    await diagram.locator('.narrow .stack [data-id="hardware"] > rect').hover();
    expect(await diagram.locator('.diagram-list [data-lit]').getAttribute('data-id')).toBe(
      'hardware',
    );
    await page.context().close();
  });

  test('say nothing before one asks', async () => {
    const { page, diagram } = await open('patterns', PATTERNS);
    expect(await diagram.locator('.diagram-list button').count()).toBeGreaterThan(10);
    expect(await diagram.locator('[role=status]').textContent()).toBe('');
    await page.context().close();
  });
});

describe('two patterns', () => {
  test('meet the same attack', async () => {
    const { page, diagram, problems } = await open('patterns', PATTERNS);
    const beside = page.locator('#diagram-beside');
    await choose(page, 'patterns.hit', 'kernel');
    const reached = (of: typeof diagram) =>
      of
        .locator('.narrow .plate:has(.hatch)')
        .evaluateAll((plates) => plates.map((plate) => plate.getAttribute('data-id')));
    expect(await reached(diagram)).toHaveLength(2 * 3 + 1);
    expect(await reached(beside)).toEqual(['u1-kernel', 'c1-libs', 'c1-app']);
    await choose(page, 'beside.pattern', 'user-kernel');
    expect(await reached(beside)).toEqual(['c1-sentry', 'c1-libs', 'c1-app']);
    await choose(page, 'patterns.hit', 'carrier');
    expect(await beside.locator('figcaption strong').textContent()).toContain(
      'Le noyau de l’hôte est atteint',
    );
    await choose(page, 'beside.pattern', 'confidential');
    expect(await reached(beside)).toEqual(['hypervisor']);
    expect(new URL(page.url()).search).toContain('beside.pattern=confidential');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

test('is copied as it stands: as Mermaid, SVG and PNG', async () => {
  const { page, diagram, problems } = await open('patterns', `${PATTERNS}?patterns.hit=kernel`, {
    ...WIDE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const copy = async (what: string) => {
    await diagram.locator(`[data-copy=${what}]`).click();
    await expect
      .poll(() => diagram.locator(`[data-copy=${what}]`).textContent(), SOON)
      .toBe('Copié');
  };
  await copy('text');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'class vm1-kernel hit',
  );
  await copy('svg');
  const svg = await page.evaluate(() => navigator.clipboard.readText());
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).toContain('Noyau invité');
  expect(svg).not.toMatch(/class=|var\(/);
  await copy('png');
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const image = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
    return [image.width, image.height];
  });
  expect(size[0]).toBeGreaterThan(500);
  expect(size[1]).toBeGreaterThan(500);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a walk goes step by step, and boxes to tick ask as well', async () => {
  const walk = await open('migration', '/en/diagrams/live-migration/');
  expect(await walk.diagram.locator('.diagram-steps li').count()).toBe(6);
  await walk.page.locator('[name="migration.step"][value="0"]').focus();
  await walk.page.keyboard.press('ArrowRight');
  expect(await walk.diagram.locator('figcaption p').first().textContent()).toContain('Round 1');
  expect(new URL(walk.page.url()).search).toBe('?migration.step=1');
  expect(walk.problems).toEqual([]);
  await walk.page.context().close();

  const flags = await open('namespaces', '/en/diagrams/namespaces/?namespaces.user=on');
  expect(await flags.page.locator('[name="namespaces.user"][type=checkbox]').isChecked()).toBe(
    true,
  );
  await flags.page.locator('[name="namespaces.pid"][type=checkbox]').uncheck();
  expect([...new URL(flags.page.url()).searchParams]).toEqual([
    ['namespaces.user', 'on'],
    ['namespaces.pid', 'off'],
  ]);
  expect(flags.problems).toEqual([]);
  await flags.page.context().close();
});
