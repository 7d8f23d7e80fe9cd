import type { Locale } from '../../i18n/locales.ts';
import { readNumber, writeNumber } from '../grading/read-number.ts';
import type { Behavior } from './behavior.ts';
import type { QuestionParts } from './question-parts.ts';
import { says } from './says.ts';

/** A number is typed as its language writes it, and kept as a number. */
export function numberField(parts: QuestionParts, texts: DOMStringMap): Behavior {
  const plain = says(parts, texts);
  const { units = '{}', notANumber, unknownUnit } = parts.form.dataset;
  const locale = document.documentElement.lang as Locale;
  const known = JSON.parse(units) as Readonly<Record<string, number>>;
  const read = () => {
    const { answer } = plain.read();
    return answer === undefined ? undefined : readNumber(`${answer}`, locale, known);
  };
  const error = parts.form.querySelector('.question-error');
  const missing = [...(error?.childNodes ?? [])];
  // Heard before the check is: the error then says why what was typed is no answer.
  parts.form.addEventListener('submit', () => {
    const number = read();
    if (!number || 'value' in number) return error?.replaceChildren(...missing);
    const sentence = (number.fault === 'unknown-unit' ? unknownUnit : notANumber) ?? '';
    error?.replaceChildren(sentence.replace('{typed}', () => number.typed));
  });
  return {
    ...plain,
    read: () => {
      const number = read();
      return number && 'value' in number ? { answer: number.value } : {};
    },
    write: ({ answer }) => {
      plain.write(typeof answer === 'number' ? { answer: writeNumber(answer, locale) } : {});
    },
  };
}
