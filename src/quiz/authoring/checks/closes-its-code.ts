import { LOCALES } from '../../../i18n/locales.ts';
import type { Check } from '../fault.ts';
import { textsOf } from '../texts-of.ts';

/** Code in a text stands between two backticks. */
export const closesItsCode: Check = ({ questions }) =>
  questions.flatMap((question, index) =>
    textsOf(question).flatMap(({ text, path }) =>
      LOCALES.filter((locale) => ((text[locale] ?? '').split('`').length - 1) % 2 === 1).map(
        (locale) => ({
          path: ['questions', index, ...path, locale],
          message: 'A backtick is alone. Code stands between two: `docker run`.',
        }),
      ),
    ),
  );
