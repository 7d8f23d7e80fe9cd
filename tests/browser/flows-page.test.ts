import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FLOW_IDS } from '../../src/diagrams/flows/flow-catalogue.ts';
import { diagramPath } from '../../src/i18n/diagram-routes.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { launchChromium } from '../../src/lib/chromium.ts';
import { SOON } from './support/soon.ts';
import { openWatched } from './support/watched-page.ts';

const site = inject('siteUrl');
const PULL = diagramPath('pull', 'en');
const DECISION = diagramPath('decision', 'en');
const LOOP = diagramPath('reconciliation', 'en');
const INCIDENTS = diagramPath('incidents', 'en');

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** The page with its flow in sight and awake. */
async function open(address: string, options: BrowserContextOptions = {}) {
  const { page, problems } = await openWatched(browser, site + address, options);
  const flow = page.locator('flow-walker');
  await flow.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('flow-walker'));
  const lit = () =>
    flow
      .locator('section:not([hidden]) .wide .lit')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-id')));
  const query = () => decodeURIComponent(new URL(page.url()).search);
  return { page, problems, flow, lit, query, close: () => page.context().close() };
}

describe('a walk', () => {
  test('goes by keyboard alone, lights picture and list, is heard once and has an address', async () => {
    const { page, problems, flow, lit, query, close } = await open(PULL);
    const heard = flow.locator('[role=status]');
    await heard.evaluate((status) => {
      new MutationObserver((changes) => {
        status.setAttribute(
          'data-heard',
          `${Number(status.getAttribute('data-heard')) + changes.length}`,
        );
      }).observe(status, { childList: true });
    });
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    expect(await lit()).toEqual(['run']);
    await page.keyboard.press('ArrowRight');
    expect(await lit()).toEqual(['ask']);
    expect(query()).toBe('?pull.step=2');
    expect(await heard.textContent()).toMatch(
      /^Step 2 of 9\. The engine does not have this image\./,
    );
    expect(await heard.getAttribute('data-heard')).toBe('2');
    expect(await flow.locator('.flow-said').textContent()).toMatch(/^The engine does not have/);
    expect(await flow.locator('.flow-steps [aria-current=step]').textContent()).toMatch(
      /^\s*The engine does not have/,
    );
    // From a step in the list, the arrows take the focus along.
    await flow.locator('.flow-steps button').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toMatch(
      /^The registry answers with the manifest/,
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await lit()).toEqual([]);
    expect(query()).toBe('');
    expect(problems).toEqual([]);
    await close();
  });

  test('can be entered at a step, by its address or in the picture', async () => {
    const { flow, lit, query, close } = await open(`${PULL}?pull.step=7`);
    expect(await lit()).toEqual(['create']);
    await flow.locator('.wide [data-id=verify] .disc').click();
    expect(await lit()).toEqual(['verify']);
    expect(query()).toBe('?pull.step=6');
    await close();
  });

  test('says of a step that is not there that it is not, and shows the whole', async () => {
    const { page, flow, lit, query, close } = await open(PULL);
    for (const step of ['10', '-1', '1e1', 'x', '9'.repeat(3000)]) {
      await page.goto(`${site}${PULL}?pull.step=${step}&keep=me`);
      await page.waitForFunction(() => customElements.get('flow-walker'));
      await expect.poll(() => flow.locator('.flow-bad').isVisible(), SOON).toBe(true);
      expect(await lit()).toEqual([]);
      expect(query()).toBe('?keep=me');
    }
    await close();
  });

  test('lets list and picture point at each other', async () => {
    const { flow, close } = await open(PULL);
    await flow.locator('.flow-steps button').nth(2).focus();
    const pointed = () => flow.locator('.wide .pointed').getAttribute('data-id');
    expect(await pointed()).toBe('manifest');
    await flow.locator('.wide [data-id=layers] .disc').hover();
    await expect.poll(() => flow.locator('.flow-steps li.pointed').count(), SOON).toBe(1);
    expect(await flow.locator('.flow-steps li.pointed').getAttribute('data-step')).toBe('5');
    await close();
  });
});

describe('the decision', () => {
  test('is asked one question at a time and gives its recommendation with the reason', async () => {
    const { page, problems, flow, lit, query, close } = await open(DECISION);
    await page.getByRole('button', { name: 'No', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await flow.locator('.flow-said').textContent()).toMatch(
      /^Do you need another operating/,
    );
    await page.getByRole('button', { name: 'Yes', exact: true }).press('Enter');
    expect(await lit()).toEqual(
      expect.arrayContaining(['cluster', 'cluster-system', 'system', 'system-vm', 'vm']),
    );
    expect(await flow.locator('.flow-said').textContent()).toMatch(
      /^\s*Virtual machine\. A virtual machine brings its own kernel/,
    );
    expect(query()).toBe('?decision.path=no-yes');
    // The buttons are gone: focus is on what they led to.
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('flow-said');
    await page.getByRole('button', { name: 'Back to the question before' }).click();
    expect(query()).toBe('?decision.path=no');
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(query()).toBe('');
    // The pointer's short cut: a recommendation shows what leads to it.
    await flow.locator('.wide [data-id=sandbox] rect').click();
    expect(query()).toBe('?decision.path=no-no-no-no-yes');
    expect(problems).toEqual([]);
    await close();
  });

  test('takes answers from an address as far as they are answers', async () => {
    const { flow, lit, query, close } = await open(`${DECISION}?decision.path=no-no-perhaps-yes`);
    expect(query()).toBe('?decision.path=no-no');
    expect(await flow.locator('.flow-bad').isVisible()).toBe(true);
    expect(await lit()).toContain('legacy');
    expect(await flow.locator('.flow-tree > li[aria-current=step]').getAttribute('id')).toBe(
      'question-legacy',
    );
    await close();
  });
});

test('the loop does what the numbers ask of it', async () => {
  const { page, flow, lit, query, close } = await open(`${LOOP}?reconciliation.desired=9`);
  expect(await flow.locator('.flow-bad').isVisible()).toBe(true);
  expect(query()).toBe('');
  expect(await page.locator('[name="reconciliation.desired"]:checked').getAttribute('value')).toBe(
    '3',
  );
  await page.locator('[name="reconciliation.actual"][value="5"]').check();
  await page.locator('[name="reconciliation.desired"][value="4"]').check();
  expect(await flow.locator('.flow-steps li').allTextContents()).toEqual([
    'The controller observes: 5 copies exist.',
    'It compares: 1 copy is too many.',
    'It acts: it asks for 1 copy to be removed.',
    'The controller observes: 4 copies exist.',
    'It compares: 4 copies desired, 4 observed. It has nothing to do, and goes on observing.',
  ]);
  await flow.locator('.flow-steps button').nth(2).click();
  expect(await lit()).toEqual(expect.arrayContaining(['act', 'compare-act']));
  expect(query()).toBe('?reconciliation.actual=5&reconciliation.desired=4&reconciliation.step=3');
  await close();
});

test('an incident is chosen, walked, and linked to', async () => {
  const { page, flow, query, close } = await open(
    `${INCIDENTS}?incidents.case=leaky&incidents.step=3`,
  );
  expect(await flow.locator('section:visible h2').allTextContents()).toEqual([
    expect.stringContaining('Leaky Vessels'),
  ]);
  expect(await flow.locator('.flow-said:visible').textContent()).toMatch(/^\s*January 31, 2024/);
  await page.locator('[name="incidents.case"][value="venom"]').check();
  expect(query()).toBe('');
  expect(
    await flow.evaluate((element: HTMLElement & { source?: () => Promise<string> }) =>
      element.source?.(),
    ),
  ).toContain('accTitle: VENOM');
  await close();
});

test.each(FLOW_IDS.map((id, index) => ({ id, locale: LOCALES[index % 2] ?? 'fr' })))(
  '$id is whole without JavaScript, and no wider than a phone ($locale)',
  async ({ id, locale }) => {
    const { page } = await openWatched(browser, site + diagramPath(id, locale), {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const flow = page.locator('flow-walker');
    const pictures = await flow.locator('.narrow svg:visible').count();
    expect(pictures).toBe(id === 'incidents' ? 3 : 1);
    expect(await flow.locator('figure svg:visible').count()).toBe(pictures);
    expect(await flow.locator('ol > li:visible').count()).toBeGreaterThan(3);
    expect(await flow.locator('button:visible, input:visible').count()).toBe(0);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

/** One flow of each make: states, several pictures, questions, numbers. */
test.each(['life-cycle', 'incidents', 'decision', 'reconciliation'] as const)(
  '%s has no fault that axe finds, walked and in the dark',
  async (id) => {
    const { page, close } = await open(`${diagramPath(id, 'fr')}?${id}.step=2`, {
      colorScheme: 'dark',
    });
    const { violations } = await new AxeBuilder({ page }).include('flow-walker').analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await close();
  },
);
