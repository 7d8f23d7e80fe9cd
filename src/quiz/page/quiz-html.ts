import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { attributes, html } from '../../lib/html.ts';
import { drawnQuestions } from './drawn-questions.ts';
import type { Picture, SectionLink, SourceLink } from './links.ts';
import { questionHtml } from './question-html.ts';
import { quizTexts } from './quiz-texts.ts';
import type { Quiz } from '../schema.ts';

/** A quiz with what the page around it knows. */
export interface ShownQuiz {
  readonly quiz: Quiz;
  readonly locale: Locale;
  /** Where a section is and what it is called, in this language: links to what teaches the answer. */
  readonly section: SectionLink;
  /** Where a cited source is; without it, sources are not shown. */
  readonly source?: SourceLink;
  /** Draws a stack of the site; questions that point at one want it. */
  readonly picture?: Picture;
  /** Where all questions of the quiz are; without it they are here, whatever pools they are in. */
  readonly sheet?: string;
  /** All questions without a page around them, to draw others from the pools. */
  readonly questions?: string;
  /** Where questions are asked again. */
  readonly review?: string;
}

/**
 * The markup of a quiz. Text, not components: a quiz has hundreds of elements, and a course
 * hundreds of quizzes.
 */
export function quizHtml(shown: ShownQuiz): string {
  const { quiz, locale, section, source, picture, sheet, questions: all, review } = shown;
  const t = useTranslations(locale);
  const asked = sheet === undefined ? quiz.questions : drawnQuestions(quiz);
  const questions = asked.map((question, index) =>
    questionHtml({
      quiz: quiz.id,
      question,
      n: index + 1,
      total: asked.length,
      locale,
      section: section(question.section),
      sources: source ? question.sources.map((key) => source(key)) : [],
      picture,
    }),
  );
  const others = all !== undefined && asked.length < quiz.questions.length;
  const named = attributes({
    'data-quiz': quiz.id,
    ...(!quiz.shuffle && { 'data-fixed': '' }),
    ...(others && {
      'data-questions': all,
      'data-others': t('quiz:others.here'),
      'data-others-failed': t('quiz:others.failed'),
    }),
    ...quizTexts(t),
  });
  const links = [
    ...(sheet === undefined ? [] : [html`<a href="${sheet}">${t('quiz:sheet')}</a>`]),
    ...(review === undefined ? [] : [html`<a href="${review}">${t('quiz:review')}</a>`]),
  ];
  return html` <quiz-form class="quiz" ${named}>
    ${questions}
    <p class="quiz-answers" aria-hidden="true">${t('quiz:answers')}</p>
    <div class="quiz-summary" hidden>
      <p class="quiz-score"></p>
      <div class="quiz-reread" hidden>
        <p><b>${t('quiz:summary.reread')}</b></p>
        <ul></ul>
      </div>
      <div class="question-actions">
        <button type="button" class="button button-quiet"></button>
        ${others ? html`<button type="button" class="button button-quiet quiz-others">${t('quiz:others.ask')}</button>` : ''}
      </div>
    </div>
    <p class="quiz-notice" role="status"></p>
    ${links.map((link) => html`<p class="key-links">${link}</p>`)}
  </quiz-form>`.html;
}
