import { expect, test } from 'vitest';
import { lessonText, readingMinutes } from '../../../src/i18n/reading-time.ts';

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
