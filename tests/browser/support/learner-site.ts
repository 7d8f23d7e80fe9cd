import { readFileSync } from 'node:fs';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { parse } from 'yaml';
import type { Locale, Localized } from '../../../src/i18n/locales.ts';
import { quizPath } from '../../../src/i18n/routes.ts';
import { launchChromium } from '../../../src/lib/chromium.ts';
import type { QuestionOf } from '../../../src/quiz/schema.ts';
import { serveStatic, type Served } from './comments-site.ts';
import { TUTORIALS } from './site-pages.ts';

/** A question with one right answer, and a wrong one that shows a mistaken idea. */
export interface SampleQuestion {
  readonly quiz: string;
  readonly id: string;
  readonly rev: number;
  readonly section: string;
  readonly right: string;
  readonly wrong: string;
  readonly idea: string;
}

/** A question as authors write it: what goes without saying is not there. */
type Written = Omit<QuestionOf<'choice'>, 'type' | 'rev'> & {
  readonly type: string;
  readonly rev?: number;
};

interface Idea {
  readonly idea: Localized;
}

const ideas = parse(readFileSync('content/misconceptions.yaml', 'utf8')) as Record<string, Idea>;

/** Such questions of a tutorial, in the order of its quiz: whatever its authors make of it. */
export function sampleQuestions(quiz: string): readonly SampleQuestion[] {
  const text = readFileSync(`content/tutorials/${quiz}/quiz.yaml`, 'utf8');
  const { questions } = parse(text) as { questions: Written[] };
  return questions.flatMap((question) => {
    if (question.type !== 'choice') return [];
    const right = question.options.find(({ correct }) => correct);
    const wrong = question.options.find(({ misconception = '' }) => misconception in ideas);
    const { id, rev = 1, section } = question;
    return right && wrong
      ? [
          {
            quiz,
            id,
            rev,
            section,
            right: right.id,
            wrong: wrong.id,
            idea: wrong.misconception ?? '',
          },
        ]
      : [];
  });
}

/** How the page of a language begins to say an idea, up to what typography or code may change. */
export function ideaWords(id: string, locale: Locale): string {
  return /^[\p{L} ]+/u.exec(ideas[id]?.idea[locale] ?? '')?.[0].trim() ?? '';
}

/** Path of the whole quiz of a tutorial. */
export function wholeQuizPath(quiz: string, locale: Locale): string {
  return quizPath(TUTORIALS.find(({ id }) => id === quiz)?.path[locale] ?? '');
}

export function questionForm(page: Page, { quiz, id }: SampleQuestion): Locator {
  return page.locator(`form[id="${quiz}-${id}"]`);
}

/** Answers the question, wherever its form stands, and waits until it is graded. */
export async function answer(
  page: Page,
  question: SampleQuestion,
  how: 'right' | 'wrong',
): Promise<void> {
  const form = questionForm(page, question);
  await form.scrollIntoViewIfNeeded();
  await form.locator('.question-check:enabled').waitFor();
  await form.locator(`.answer[data-item="${question[how]}"] input`).check();
  await form.locator('.question-check').click();
  await page.locator(`form[id="${question.quiz}-${question.id}"][data-state="${how}"]`).waitFor();
}

/** What the tests of a file work with while they run: the site as any static host serves it. */
export function learnerSuite() {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), serveStatic(inject('siteFolder'))]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  return {
    /** A reader's own browser, in Paris. */
    reader: (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
      browser.newContext({
        baseURL: site.base,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        ...options,
      }),
  };
}

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 10, 25, 9);

/** Fills the browser with answers to every question that has one right option: all wrong, days ago. */
export async function answerAllWrong(context: BrowserContext): Promise<number> {
  const all = TUTORIALS.flatMap(({ id }) => sampleQuestions(id));
  const answers: Record<string, Record<string, object>> = {};
  for (const { quiz, id, rev, wrong, idea } of all) {
    answers[quiz] = {
      ...answers[quiz],
      [id]: {
        rev,
        at: NOW - 3 * DAY,
        tries: 1,
        answer: { [wrong]: true },
        score: 0,
        ideas: [idea],
        past: [],
      },
    };
  }
  await keep(context, { v: 1, settings: {}, drafts: {}, answers });
  return all.length;
}

/** Has every page of the context find this record, unless it has kept another one since. */
async function keep(context: BrowserContext, record: object): Promise<void> {
  await context.addInitScript((text) => {
    if (sessionStorage.getItem('filled') === null) localStorage.setItem('strates', text);
    sessionStorage.setItem('filled', '');
  }, JSON.stringify(record));
}
