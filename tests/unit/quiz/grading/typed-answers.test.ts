import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../../src/i18n/locales.ts';
import { accepts } from '../../../../src/quiz/grading/accepts.ts';
import { normalizeText } from '../../../../src/quiz/grading/normalize-text.ts';
import { readNumber, writeNumber } from '../../../../src/quiz/grading/read-number.ts';

describe('a typed text', () => {
  test.each([
    ['Espace de noms', 'espace de noms'],
    ['  espace\u00A0 de\u202Fnoms ', 'espace de noms'],
    ['« espace de noms ».', 'espace de noms'],
    ['L’hôte', "l'hote"],
    ['HYPERVISEUR !', 'hyperviseur'],
    ['Nœud', 'noeud'],
    ['micro‑machine', 'micro-machine'],
    ['ｃｇｒｏｕｐ', 'cgroup'],
    ['e\u0301tat', 'etat'],
  ])('%j is %j', (typed, meant) => {
    expect(normalizeText(typed)).toBe(meant);
  });

  test.each([
    ['docker  run\u00A0-it ', 'docker run -it'],
    ['unshare –-pid', 'unshare --pid'],
    ['ls -A .', 'ls -A .'],
    ['echo ‘$$’', "echo '$$'"],
  ])('as a command, %j is %j', (typed, meant) => {
    expect(normalizeText(typed, true)).toBe(meant);
  });

  test('normalizing twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (typed, exact) => {
        const once = normalizeText(typed, exact);
        expect(normalizeText(once, exact)).toBe(once);
      }),
    );
  });

  test('case and accents count in a command alone', () => {
    expect(accepts({ accept: ['Où'] }, 'ou')).toBe(true);
    expect(accepts({ accept: ['Où'], exact: true }, 'ou')).toBe(false);
    expect(accepts({ accept: ['ls -A'], exact: true }, 'ls -a')).toBe(false);
  });

  test('a pattern is for the whole answer', () => {
    const key = { accept: [], pattern: 'docker (container )?run( -\\w+)*' };
    expect(accepts(key, 'Docker run -it')).toBe(true);
    expect(accepts(key, 'docker container run')).toBe(true);
    expect(accepts(key, 'sudo docker run')).toBe(false);
    expect(accepts(key, 'docker run; rm')).toBe(false);
  });

  test.each(['', '   ', '«»', '…'])('%j is no answer', (typed) => {
    expect(accepts({ accept: ['', '…'], pattern: '.*' }, typed)).toBe(false);
  });
});

describe('a typed number', () => {
  const MEBIBYTES = { Mio: 1, MiB: 1, Gio: 1024, GiB: 1024 };

  test.each<readonly [string, Locale, number]>([
    ['1,5', 'fr', 1.5],
    ['1.5', 'fr', 1.5],
    ['1,5', 'en', 1.5],
    ['1.5', 'en', 1.5],
    ['1 000', 'fr', 1000],
    ['1\u202F000,25', 'fr', 1000.25],
    ['1,000', 'en', 1000],
    ['1,000', 'fr', 1],
    ['0,125', 'en', 0.125],
    ['1,000,000', 'en', 1_000_000],
    ['1.000.000', 'fr', 1_000_000],
    ['1.234,5', 'fr', 1234.5],
    ['1,234.5', 'en', 1234.5],
    ['−3', 'fr', -3],
    ['-3', 'en', -3],
    ['+7', 'en', 7],
    [',5', 'fr', 0.5],
    ['2e3', 'en', 2000],
    ['５', 'fr', 5],
    ['512 Mio', 'fr', 512],
    ['2 Gio', 'fr', 2048],
    ['2GiB', 'en', 2048],
    ['2 gib', 'en', 2048],
  ])('%j in %s is %d', (typed, locale, value) => {
    expect(readNumber(typed, locale, MEBIBYTES)).toEqual({ value });
  });

  test.each([
    ['', 'not-a-number'],
    ['beaucoup', 'not-a-number'],
    ['1,2,3.4.5', 'not-a-number'],
    ['--3', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e999', 'not-a-number'],
    ['3 pommes', 'unknown-unit'],
    ['3 Go', 'unknown-unit'],
    ['3 4x', 'unknown-unit'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(readNumber(typed, 'fr', MEBIBYTES)).toEqual({ fault, typed });
  });

  test('what is written in a language is read there as the same number', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer(),
          fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000),
        ),
        fc.constantFrom<Locale>('fr', 'en'),
        (value, locale) => {
          expect(readNumber(writeNumber(value, locale), locale)).toEqual({ value });
        },
      ),
    );
  });

  test('nothing that is typed throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom<Locale>('fr', 'en'),
        (typed, locale) => {
          expect(() => readNumber(typed, locale, MEBIBYTES)).not.toThrow();
        },
      ),
    );
  });

  test('tolerance reaches as far as it says, whatever binary fractions lose', () => {
    expect(accepts({ value: 0.3, tolerance: 0 }, 0.1 + 0.2)).toBe(true);
    expect(accepts({ value: 125, tolerance: 5 }, 130)).toBe(true);
    expect(accepts({ value: 125, tolerance: 5 }, 130.1)).toBe(false);
    expect(accepts({ value: -2, tolerance: 0.5 }, -2.5)).toBe(true);
  });
});
