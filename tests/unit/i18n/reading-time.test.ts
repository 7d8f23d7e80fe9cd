import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { countWords, lessonText, readingMinutes } from '../../../src/i18n/reading-time.ts';
import { readTutorialIndex } from '../../../src/i18n/tutorial-index.ts';

test('a text takes as long as its words at the speed of its language, and never less than a minute', () => {
  expect(readingMinutes('mot '.repeat(1950), 'fr')).toBe(10);
  expect(readingMinutes('word '.repeat(2280), 'en')).toBe(10);
  expect(readingMinutes('', 'fr')).toBe(1);
});

test('an elided article counts as a part of its word, punctuation as nothing', () => {
  const words = (text: string) => readingMinutes(`${text} `.repeat(195), 'fr');
  expect(words('l’hyperviseur')).toBe(1);
  expect(words('noyau ; — !')).toBe(1);
});

test('only what is read counts: no front matter, tag, id, citation or address', () => {
  const source = [
    '---\ntitle: Not read\n---',
    '## A heading {/* #an-id */}',
    'One [link](https://not.read/at-all). [@key; @other]',
    '<Diagram id="physical" />',
    '<En>term</En>',
  ].join('\n\n');
  expect(lessonText(source).match(/[\w-]+/g)).toEqual(['A', 'heading', 'One', 'link', 'term']);
});

test('the words of every lesson are those that the Unicode rules find', () => {
  for (const { id } of readTutorialIndex('content/tutorials')) {
    for (const locale of LOCALES) {
      const text = lessonText(readFileSync(`content/tutorials/${id}/${locale}.mdx`, 'utf8'));
      const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text);
      const words = [...segments].filter(({ isWordLike }) => isWordLike).length;
      expect(words).toBeGreaterThan(1000);
      expect(countWords(text)).toBe(words);
    }
  }
});
