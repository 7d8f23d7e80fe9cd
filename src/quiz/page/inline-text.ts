import type { Locale } from '../../i18n/locales.ts';
import { typography } from '../../i18n/typography.ts';

/** A stretch of running text, or of code. */
export interface InlinePart {
  readonly code: boolean;
  readonly text: string;
}

/**
 * Stands for a stretch of code while the text around it is set: typography must see that
 * something is there, and leave it alone. A letter of no language of the site.
 */
const STAND_IN = 'ꙮ';

/**
 * Splits a text of a quiz at its backticks and sets the rest as its language wants it:
 * ``Que fait `docker run` ?`` is text, code, text, with a no-break space before the mark.
 */
export function inlineText(text: string, locale: Locale): readonly InlinePart[] {
  const codes = [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
  const running = typography(text.replace(/`[^`]+`/g, STAND_IN), locale).split(STAND_IN);
  return running
    .flatMap((part, index) => [
      { code: false, text: part },
      { code: true, text: codes[index] ?? '' },
    ])
    .filter((part) => part.text !== '');
}

/** What a reader types as one word and a line would break at its hyphens: `--rm`, `uname -r`'s `-r`. */
const WHOLE_WORD = /^[^ ]*-[^ ]*$/;

/** Longer words may break: on a small screen they would run out of it. */
const LONGEST_WHOLE = 20;

/** The words of a stretch of code and the spaces between them; `whole` ones stay on one line. */
export function codeWords(
  code: string,
): readonly { readonly text: string; readonly whole: boolean }[] {
  return code.split(/( +)/).map((text) => ({
    text,
    whole: text.length <= LONGEST_WHOLE && WHOLE_WORD.test(text),
  }));
}

/** A text of a quiz where no markup may stand: typography set, backticks gone. */
export function plainText(text: string, locale: Locale): string {
  return inlineText(text, locale)
    .map((part) => part.text)
    .join('');
}
