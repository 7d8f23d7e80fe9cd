import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { attributes, html } from '../../lib/html.ts';
import type { SectionLink, SourceLink } from './links.ts';
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
}

/**
 * The markup of a quiz. Text, not components: a quiz has hundreds of elements, and a course
 * hundreds of quizzes.
 */
export function quizHtml({ quiz, locale, section, source }: ShownQuiz): string {
  const t = useTranslations(locale);
  const questions = quiz.questions.map((question, index) =>
    questionHtml({
      quiz: quiz.id,
      question,
      n: index + 1,
      total: quiz.questions.length,
      locale,
      section: section(question.section),
      sources: source ? question.sources.map((key) => source(key)) : [],
    }),
  );
  return html` <quiz-form class="quiz" data-quiz="${quiz.id}" ${attributes(quizTexts(t))}>
    ${questions}
    <p class="quiz-answers" aria-hidden="true">${t('quiz:answers')}</p>
    <div class="quiz-summary" hidden>
      <p class="quiz-score"></p>
      <div class="quiz-reread" hidden>
        <p>${t('quiz:summary.reread')}</p>
        <ul></ul>
      </div>
      <button type="button" class="button button-quiet"></button>
    </div>
    <p class="quiz-notice" role="status"></p>
  </quiz-form>`.html;
}
