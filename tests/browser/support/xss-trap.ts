import type { Browser, Page } from 'playwright-core';

/** A page in which anything that executes, or asks for anything outside, is written down. */
export interface Trap {
  readonly page: Page;
  /** All that happened so far and should not have. */
  readonly sprung: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** `base` is the only origin that the page may ask. */
export async function openTrap(browser: Browser, base: string): Promise<Trap> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const happened: string[] = [];
  await context.exposeFunction('trapSprung', (what: string) => {
    happened.push(what);
  });
  await context.addInitScript(() => {
    const report = (what: string): void => {
      (window as unknown as { trapSprung: (what: string) => void }).trapSprung(what);
    };
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const)
      Object.defineProperty(window, name, {
        value: () => {
          report(`${name} was called`);
        },
      });
    addEventListener('error', ({ message }) => {
      report(`error: ${message}`);
    });
    document.addEventListener('securitypolicyviolation', (event) => {
      report(
        `refused by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happened.push(`exception: ${error.message}`));
  page.on('popup', () => happened.push('a window was opened'));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base)) happened.push(`asked for ${url}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) happened.push(`a frame: ${frame.url()}`);
  });
  return {
    page,
    sprung: async () => {
      // What an image or a timer would set off, it sets off by now.
      await page.waitForTimeout(300);
      return happened;
    },
    close: () => context.close(),
  };
}
