import type { Check } from '../fault.ts';
import { textsOf } from '../texts-of.ts';

/** Code or numbers that only one language has: one of the two says something else. */
export const languagesDiffer: Check = ({ questions }) =>
  questions.flatMap((question, index) =>
    textsOf(question).flatMap(({ text: { fr, en }, path }) => {
      if (fr === undefined || en === undefined) return [];
      const what =
        difference('code', codesOf(fr), codesOf(en)) ??
        difference('the number', numbersOf(fr, ','), numbersOf(en, '.'));
      return what === undefined ? [] : [{ path: ['questions', index, ...path], message: what }];
    }),
  );

function difference(
  what: string,
  fr: readonly string[],
  en: readonly string[],
): string | undefined {
  const lone = (one: readonly string[], other: readonly string[]) =>
    one.find((each) => count(one, each) > count(other, each));
  const french = lone(fr, en);
  const english = lone(en, fr);
  if (french !== undefined && english !== undefined)
    return `The French has ${what} \`${french}\` where the English has \`${english}\`. Write the same in both.`;
  if (french !== undefined)
    return `Only the French has ${what} \`${french}\`. Write it in both, or in neither.`;
  return english === undefined
    ? undefined
    : `Only the English has ${what} \`${english}\`. Write it in both, or in neither.`;
}

const count = (list: readonly string[], one: string) => list.filter((each) => each === one).length;

const CODE = /`([^`]*)`/g;

const codesOf = (text: string) => [...text.matchAll(CODE)].map(([, code]) => code ?? '');

/** Numbers in digits, by value: 1,5 is 1.5, and 10 000 is 10,000. */
function numbersOf(text: string, decimal: ',' | '.'): readonly string[] {
  const thousands =
    decimal === ',' ? /(?<=\d)[\s\u00A0\u202F.](?=\d{3}(?!\d))/g : /(?<=\d),(?=\d{3}(?!\d))/g;
  const plain = text.replace(CODE, ' ').replace(thousands, '');
  return [...plain.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => number.replace(',', '.'));
}
