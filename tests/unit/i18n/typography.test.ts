import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../../src/i18n/locales.ts';
import { typography } from '../../../src/i18n/typography.ts';

const CASES: Record<Locale, readonly (readonly [typed: string, set: string])[]> = {
  fr: [
    ['Vraiment ?', 'Vraiment\u202F?'],
    ['Vraiment?', 'Vraiment\u202F?'],
    ['Vraiment ?!', 'Vraiment\u202F?!'],
    ['un ; deux', 'un\u202F; deux'],
    ['la machine : la voici', 'la machine\u00A0: la voici'],
    ['la machine: la voici', 'la machine\u00A0: la voici'],
    ['à 10:30 ou sur std::string', 'à 10:30 ou sur std::string'],
    ['https://exemple.fr/a:b', 'https://exemple.fr/a:b'],
    ['« complète »', '«\u00A0complète\u00A0»'],
    ['«complète»', '«\u00A0complète\u00A0»'],
    ['"complète"', '«\u00A0complète\u00A0»'],
    ['(« vrai ? »)', '(«\u00A0vrai\u202F?\u00A0»)'],
    ["l'isolation d'un noyau", 'l’isolation d’un noyau'],
    ['10 000 conteneurs', '10\u202F000 conteneurs'],
    ['1 234 567 octets', '1\u202F234\u202F567 octets'],
    ['en 2025 100 hôtes', 'en 2025 100 hôtes'],
    ['4 Go, 125 ms et 50 %', '4\u00A0Go, 125\u00A0ms et 50\u00A0%'],
    ['Qu’atteint-il ?', 'Qu’atteint-\u2060il\u202F?'],
    ['Existe-t-elle ?', 'Existe-\u2060t-\u2060elle\u202F?'],
    ['Combien en reste-t-il', 'Combien en reste-\u2060t-\u2060il'],
    ['cet hyperviseur-là', 'cet hyperviseur-\u2060là'],
    ['un porte-conteneurs', 'un porte-conteneurs'],
    ['et ainsi de suite...', 'et ainsi de suite…'],
  ],
  en: [
    ['Really? Yes: it is; so', 'Really? Yes: it is; so'],
    ['"complete"', '“complete”'],
    ['He said "it\'s complete".', 'He said “it’s complete”.'],
    ["the guests' kernels", 'the guests’ kernels'],
    ["a 'light' machine", 'a ‘light’ machine'],
    ['4 GiB, 125 ms and 50%', '4\u00A0GiB, 125\u00A0ms and 50%'],
    ['10 000 is French', '10 000 is French'],
  ],
};

describe.each(LOCALES)('typography in %s', (locale) => {
  test.each(CASES[locale])('%j becomes %j', (typed, set) => {
    expect(typography(typed, locale)).toBe(set);
  });

  test('applied twice changes nothing more', () => {
    const prose = fc.string({
      unit: fc.constantFrom(...'ab il-t?!;:«»"\'’. \u00A0\u202F0123%Go'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(prose, (text) => {
        const once = typography(text, locale);
        expect(typography(once, locale)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('only spaces, quotes and invisible signs change', () => {
    const letters = (text: string) => text.replace(/[\s\u2060"'’‘“”«».…]/gu, '');
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(letters(typography(text, locale))).toBe(letters(text));
      }),
    );
  });
});
