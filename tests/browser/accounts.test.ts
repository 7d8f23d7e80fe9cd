import { AxeBuilder } from '@axe-core/playwright';
import { createServer, type AddressInfo } from 'node:net';
import { TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/lib/chromium.ts';
import { serveTogether, type ServedComments } from './support/comments-site.ts';
import { becomeModerator, MODERATOR } from './support/moderate.ts';

let browser: Browser;
let served: ServedComments;
let context: BrowserContext;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  // Passkeys belong to the public address, so the service must know its port beforehand.
  served = await serveTogether(inject('siteFolder'), await freePort());
  context = await browser.newContext({ locale: 'fr-FR' });
  page = await context.newPage();
  watch(page);
  await giveAuthenticator(page);
  await becomeModerator(page, served);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function watch(watched: Page): void {
  watched.on('pageerror', (error) => problems.push(error.message));
  watched.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4'))
      problems.push(message.text());
  });
}

/** A device with a fingerprint reader that always says yes. */
async function giveAuthenticator(to: Page): Promise<void> {
  const cdp = await to.context().newCDPSession(to);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const go = (path: string) => page.goto(`${served.base}/moderation/${path}`);
const signOut = async () => {
  await page.getByRole('button', { name: /Se déconnecter|Sign out/ }).click();
  await page.waitForURL('**/sign-in');
};
const violations = async (rules: readonly string[] = []) => {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules.length ? axe.withRules([...rules]) : axe).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

describe('a passkey', () => {
  test('is added by keyboard, and signs in without a name or a password', async () => {
    await go('fr/account');
    await page.locator('#passkey-name').focus();
    await page.keyboard.type('Téléphone');
    await page.keyboard.press('Tab');
    await page.keyboard.type(MODERATOR.password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account?done=passkey-added');
    expect(await page.getByRole('status').innerText()).toBe('Clé d’accès ajoutée.');
    await signOut();
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await page.waitForURL('**/moderation/fr/pending');
    await go('fr/account');
    expect(await page.locator('#passkeys + p + ul').innerText()).toContain('A servi le');
  });

  test('is not made twice on one device, and the page says what happened', async () => {
    await go('en/account');
    await page.locator('#passkey-name').fill('Once more');
    await page.locator('#passkey-present').fill(MODERATOR.password);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('The browser gave no passkey').waitFor();
    expect(await page.locator('#passkeys ~ ul > li').count()).toBe(1);
  });

  test('that the device does not give up to its user is told, and nothing is sent', async () => {
    const other = await browser.newContext({ locale: 'en-US' });
    const stranger = await other.newPage();
    await giveAuthenticator(stranger);
    await stranger.goto(`${served.base}/moderation/en/sign-in`);
    await stranger.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await stranger.getByText('The browser gave no passkey').waitFor();
    expect(new URL(stranger.url()).pathname).toBe('/moderation/en/sign-in');
    await other.close();
  });

  test('is offered neither without JavaScript nor to a browser that knows none', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const unscripted = await plain.newPage();
    await unscripted.goto(`${served.base}/moderation/fr/sign-in`);
    expect(await unscripted.getByText('clé d’accès').isVisible()).toBe(false);
    await unscripted.getByLabel('Adresse de messagerie').fill(MODERATOR.email);
    await unscripted.getByLabel('Mot de passe').fill(MODERATOR.password);
    await unscripted.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await unscripted.goto(`${served.base}/moderation/fr/account`);
    expect(await unscripted.getByText('il faut JavaScript').isVisible()).toBe(true);
    expect(await unscripted.locator('#passkey-name').isVisible()).toBe(false);
    await plain.close();
    const old = await browser.newContext({ locale: 'fr-FR' });
    await old.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    const unaware = await old.newPage();
    watch(unaware);
    await unaware.goto(`${served.base}/moderation/fr/sign-in`, { waitUntil: 'networkidle' });
    expect(await unaware.getByText('clé d’accès').isVisible()).toBe(false);
    await old.close();
  });
});

/** Axe in both themes, and no wider than a small telephone or a page at 400 %. */
async function isReadable(place: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await violations(), place).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violations(['color-contrast']), `${place}, dark`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${place} is wider than 320 px`).toBeLessThanOrEqual(0);
  const small = await page
    .locator('main :is(button, a.button, input:not([type=hidden]), select, summary):visible')
    .evaluateAll((nodes) =>
      nodes
        .map((node) => node.closest('label') ?? node)
        .filter((node) => node.getBoundingClientRect().height < 43.5)
        .map((node) => node.outerHTML.slice(0, 120)),
    );
  expect(small, `too small in ${place}`).toEqual([]);
}

describe('the pages', () => {
  test.each(['fr', 'en'] as const)('are readable by everybody: %s', async (locale) => {
    await go(`${locale}/account`);
    await isReadable('the account');
    await page.locator('#password-present').fill('pas le bon mot');
    await page.locator('#password-new').fill('un tout autre mot');
    await page.locator('#password ~ form button').click();
    await page.locator('#password-present-error').waitFor();
    await isReadable('the account with an error');
    // The cursor waits in the wrong field.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password-present');
    await go(`${locale}/account/second-factor`);
    await isReadable('setting up');
    await go(`${locale}/moderators`);
    await page.locator('#name').fill('Nom'.repeat(60));
    await page.locator('#email').fill(`${locale}@example.org`);
    await page.locator('#invite ~ form button').click();
    await page.locator('.account-link').waitFor();
    await page.locator('summary').first().click();
    await isReadable('the team');
  });

  test('the second factor, from the code that the app shows to the code that one types', async () => {
    await go('fr/account/second-factor');
    const uri = (await page.getByText('Ouvrir l’application').getAttribute('href')) ?? '';
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    const typed = await page.locator('.account-key').innerText();
    expect(typed.replaceAll(' ', '')).toBe(secret);
    await page.getByLabel('Code à six chiffres').fill(new TOTP({ secret }).generate());
    await page.getByLabel('Mot de passe actuel').fill(MODERATOR.password);
    await page.keyboard.press('Enter');
    await page.locator('.account-codes').waitFor();
    await isReadable('the recovery codes');
    const recovery = await page.locator('.account-codes code').first().innerText();
    await page.getByRole('link', { name: 'aller au compte' }).click();
    await isReadable('the account with a second factor');
    await signOut();
    await page.getByLabel('Adresse de messagerie').fill(MODERATOR.email);
    await page.getByLabel('Mot de passe').fill(MODERATOR.password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/moderation/fr/second-factor');
    await page.getByText('Pas de téléphone').click();
    await isReadable('the second step');
    await page.getByLabel('Code de secours').fill(recovery);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/moderation/fr/pending');
  });

  test('none of them met the content policy or an error', () => {
    expect(problems).toEqual([]);
  });
});
