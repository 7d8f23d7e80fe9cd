import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Locale } from '../../../src/i18n/locales.ts';

/** What a reader sees and does in a page with a quiz. */
export interface QuizPage {
  readonly page: Page;
  /** Errors and refusals of the policy that the page had. */
  readonly faults: readonly string[];
  readonly question: (id: string) => QuestionPart;
  readonly close: () => Promise<void>;
}

export interface QuestionPart {
  readonly form: Locator;
  readonly check: Locator;
  readonly again: Locator;
  readonly key: Locator;
  readonly status: Locator;
  readonly error: Locator;
  /** The control of an option, or of what is said of a row. */
  readonly control: (item: string, said?: boolean) => Locator;
  /** The explanation under an option or a row. */
  readonly note: (item: string) => Locator;
  readonly state: () => Promise<string | null>;
}

export type OpenOptions = BrowserContextOptions & {
  /** Runs before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
};

/** Opens `path` in a reader's own browser, and waits until the quiz is awake (if scripts may run). */
export async function openQuiz(
  browser: Browser,
  address: string,
  options: OpenOptions = {},
): Promise<QuizPage> {
  const { prepare, ...rest } = options;
  const context = await browser.newContext(rest);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await prepare?.(page);
  await page.goto(address);
  if (rest.javaScriptEnabled !== false) await awake(page);
  return {
    page,
    faults,
    question: (id) => questionPart(page, id),
    close: () => context.close(),
  };
}

/** The element is loaded and has shown what the browser kept. */
export async function awake(page: Page): Promise<void> {
  await page.locator('quiz-form[data-awake]').first().waitFor({ state: 'attached' });
}

export function questionPart(page: Page, id: string, quiz = 'sample'): QuestionPart {
  const form = page.locator(`[id="${quiz}-${id}"]`);
  return {
    form,
    check: form.locator('.question-check'),
    again: form.locator('.question-again'),
    key: form.locator('.question-key > summary'),
    status: form.locator('.question-status'),
    error: form.locator('.question-error'),
    control: (item, said) =>
      form.locator(
        `.answer[data-item="${item}"] input${said === undefined ? '' : `[value="${said}"]`}`,
      ),
    note: (item) => form.locator(`.answer[data-item="${item}"] .answer-note`),
    state: () => form.getAttribute('data-state'),
  };
}

/** The same page in the other language. */
export function inLocale(address: string, locale: Locale): string {
  return address.replace(/\/(fr|en)\//, `/${locale}/`);
}
