import type { Quiz } from '../../schema.ts';
import type { ExchangeContext } from '../exchange-context.ts';
import type { Exported, Languages } from '../exported.ts';
import { formatGift } from './format-gift.ts';
import { giftLosses } from './gift-losses.ts';
import { plainQuestions } from './plain-question.ts';
import { toGift } from './to-gift.ts';

/**
 * Quizzes as Moodle's GIFT: HTML throughout, a feedback with every answer, the explanation and the
 * address of the section after it. With both languages, each text holds Moodle's multilang spans.
 * Each quiz is a category; the id of a question is `quiz/question`, or `quiz/question/row`.
 */
export function writeGift(
  quizzes: readonly Quiz[],
  languages: Languages,
  context: ExchangeContext,
): Exported {
  const parts = quizzes.flatMap((quiz) => [
    `$CATEGORY: $course$/top/Strates/${categoryName(context.title(quiz.id), languages)}`,
    ...quiz.questions
      .flatMap(plainQuestions)
      .flatMap((plain) => toGift(plain, { quiz: quiz.id, languages, context }))
      .map(formatGift),
  ]);
  return {
    text: `${parts.join('\n\n')}\n`,
    losses: quizzes.flatMap((quiz) => giftLosses(quiz, languages)),
  };
}

/** A slash parts categories; two are one that does not. */
function categoryName(title: Record<'fr' | 'en', string>, languages: Languages): string {
  const names = languages === 'both' ? [...new Set([title.fr, title.en])] : [title[languages]];
  return names.join(' – ').replace(/\s+/g, ' ').replaceAll('/', '//');
}
