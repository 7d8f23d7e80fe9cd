import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchChromium } from '../../../src/lib/chromium.ts';
import { serveStatic, type Served } from './comments-site.ts';
import { openQuiz, type OpenOptions, type QuizPage } from './quiz-page.ts';

/** What the tests of a file work with while they run. */
export interface QuizSuite {
  readonly browser: () => Browser;
  /** The address of `quiz-site/`'s page such as `fr/quiz`; the variants are in its `variants.ts`. */
  readonly address: (page: string) => string;
  readonly open: (page?: string, options?: OpenOptions) => Promise<QuizPage>;
}

/** Starts a browser and serves the quiz pages for the tests of the file that calls it. */
export function quizSuite(): QuizSuite {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), serveStatic(inject('quizFolder'))]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  const address = (page: string): string => `${site.base}/${page}/`;
  return {
    browser: () => browser,
    address,
    open: (page = 'fr/quiz', options = {}) => openQuiz(browser, address(page), options),
  };
}
