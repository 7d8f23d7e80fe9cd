import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { controller } from '../../../src/pages/_privacy/controller.ts';
import { FIGURES } from '../../../src/pages/_privacy/figures.ts';
import { keptFor } from '../../../src/pages/_privacy/kept-for.ts';

const DAY = 86_400_000;
const pages = (['fr', 'en'] as const).map((locale) =>
  readFileSync(`content/pages/privacy/${locale}.mdx`, 'utf8'),
);
const [french = '', english = ''] = pages;
const marks = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, mark]) => mark);

describe('the privacy page', () => {
  test('says the same in both languages, section by section', () => {
    const sections = /\{\/\* (#[a-z-]+) \*\/\}/g;
    expect(marks(french, sections)).toEqual(marks(english, sections));
    expect(marks(french, sections).length).toBeGreaterThan(8);
    expect(marks(french, /^(#+) /gm)).toEqual(marks(english, /^(#+) /gm));
    expect(marks(french, /^(- )/gm)).toEqual(marks(english, /^(- )/gm));
  });

  test('takes each figure from the code, and names every one', () => {
    for (const text of pages) {
      const kept = marks(text, /<Kept what="(\w+)" \/>/g);
      expect([...kept].sort()).toEqual(Object.keys(FIGURES).sort());
      // No other length of time is written out.
      expect(text).not.toMatch(/\b\d+ (?:jours?|heures?|days?|hours?|minutes?)\b/);
    }
  });

  test('says a time as people do', () => {
    expect(keptFor(15 * 60_000, 'fr')).toBe('15\u00A0minutes');
    expect(keptFor(DAY, 'fr')).toBe('24\u00A0heures');
    expect(keptFor(30 * DAY, 'fr')).toBe('30\u00A0jours');
    expect(keptFor(DAY, 'en')).toBe('24\u00A0hours');
    expect(keptFor(180 * DAY, 'en')).toBe('180\u00A0days');
  });
});

describe('who answers for the site', () => {
  test('is whoever the operator names, with an address or a page to write to', () => {
    expect(controller({ OPERATOR_NAME: ' Awa ', OPERATOR_CONTACT: 'awa@example.org' })).toEqual({
      name: 'Awa',
      contact: { href: 'mailto:awa@example.org', text: 'awa@example.org' },
    });
    const page = 'https://example.org/contact';
    expect(controller({ OPERATOR_CONTACT: page }).contact).toEqual({ href: page, text: page });
  });

  test('is nobody by name when nothing is set', () => {
    expect(controller({})).toEqual({ name: null, contact: null });
    expect(controller({ OPERATOR_NAME: ' ', OPERATOR_CONTACT: '' })).toEqual({
      name: null,
      contact: null,
    });
  });

  test.each(['javascript:alert(1)', 'somewhere', 'a@b@c', '"x" <a@example.org>'])(
    'cannot be written to at %s: the build says so',
    (contact) => {
      expect(() => controller({ OPERATOR_CONTACT: contact })).toThrow(/OPERATOR_CONTACT=.*write/);
    },
  );
});
