import { LOCALES, type Locale } from '../../../i18n/locales.ts';
import type { Check } from '../fault.ts';
import { atLeast, singleChoices, UNLIKELY, type SingleChoice } from './by-chance.ts';

/**
 * The right option is the longest one too often: who notices needs no thought. Too often is what
 * chance would bring in fewer than one quiz of twenty; in either language.
 */
export const longestIsRight: Check = (draft) => {
  const choices = singleChoices(draft);
  const chances = choices.map(({ of }) => 1 / of);
  for (const locale of LOCALES) {
    const hits = choices.filter((choice) => isLongest(choice, locale));
    if (hits.length < 2 || atLeast(hits.length, chances) >= UNLIKELY) continue;
    const names = hits.map(({ question }) => `\`${question.id ?? ''}\``).join(', ');
    const language = locale === 'fr' ? 'French' : 'English';
    return [
      {
        path: ['questions'],
        message: `In ${hits.length} of ${choices.length} choices the right option is the longest in ${language}: ${names}. Shorten some, or let wrong ones say as much.`,
      },
    ];
  }
  return [];
};

function isLongest({ question, right }: SingleChoice, locale: Locale): boolean {
  const lengths = question.options.map(({ text }) => text[locale]?.length ?? 0);
  const own = lengths[right] ?? 0;
  return lengths.every((length, at) => at === right || length < own);
}
