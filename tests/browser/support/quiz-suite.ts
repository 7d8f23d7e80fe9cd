import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../../src/lib/chromium.ts';
import { openQuiz, type OpenOptions, type QuizPage } from './quiz-page.ts';
import { startQuizSite, type QuizSite } from './quiz-site.ts';

/** What the tests of a file work with while they run. */
export interface QuizSuite {
  readonly browser: () => Browser;
  readonly site: () => QuizSite;
  /** The address of `quiz-site/`'s page such as `fr/quiz`; the variants are in its `variants.ts`. */
  readonly address: (page: string) => string;
  readonly open: (page?: string, options?: OpenOptions) => Promise<QuizPage>;
}

/** Starts a browser and the quiz pages for the tests of the file that calls it. */
export function quizSuite(): QuizSuite {
  let browser: Browser;
  let site: QuizSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), startQuizSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  const address = (page: string): string => `${site.base}/${page}/`;
  return {
    browser: () => browser,
    site: () => site,
    address,
    open: (page = 'fr/quiz', options = {}) => openQuiz(browser, address(page), options),
  };
}
