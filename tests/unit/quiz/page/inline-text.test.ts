import { expect, test } from 'vitest';
import { codeWords, inlineText } from '../../../../src/quiz/page/inline-text.ts';

const shown = (text: string, locale: 'fr' | 'en') =>
  inlineText(text, locale)
    .map((part) => (part.code ? `[${part.text}]` : part.text))
    .join('');

test('sets French and leaves code as it was typed', () => {
  expect(shown('Qu\'affiche `docker ps : "x"` ?', 'fr')).toBe(
    'Qu’affiche [docker ps : "x"]\u202F?',
  );
});

test('knows that code is a word: quotes and marks turn to it', () => {
  expect(shown('"`a`"', 'fr')).toBe('«\u00A0[a]\u00A0»');
  expect(shown('Run "`a`" now', 'en')).toBe('Run “[a]” now');
});

test('keeps the order of several stretches of code, also at both ends', () => {
  expect(inlineText('`a` and `b`', 'en')).toEqual([
    { code: true, text: 'a' },
    { code: false, text: ' and ' },
    { code: true, text: 'b' },
  ]);
});

test('keeps an option of a command whole, unless it is longer than a small screen bears', () => {
  const wholes = (code: string) =>
    codeWords(code).flatMap(({ text, whole }) => (whole ? [text] : []));
  expect(wholes('docker run --rm alpine uname -r')).toEqual(['--rm', '-r']);
  expect(wholes('--a-very-long-option-of-some-command')).toEqual([]);
  expect(
    codeWords('a  -b')
      .map(({ text }) => text)
      .join(''),
  ).toBe('a  -b');
});
