import { describe, expect, test } from 'vitest';
import frenchMessages from '../../../content/messages/fr/diagrams.json' with { type: 'json' };
import { markup } from '../../../src/diagrams/markup.ts';
import { say } from '../../../src/diagrams/phrases.ts';
import { spokenPhrases, subjectOf } from '../../../src/diagrams/picture-source.ts';
import { frenchTypography } from '../../../src/i18n/typography.ts';
import { DIAGRAM_IDS } from '../../../src/diagrams/catalogue.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { EVERY_VIEW } from './every-view.ts';

describe('every state says what it shows', () => {
  test.each(EVERY_VIEW)('$name', ({ seen }) => {
    expect(seen.description).not.toMatch(/[{}]|undefined|NaN/);
    const list = markup(seen.list);
    for (const { id, label } of [...seen.drawing.plates, ...seen.drawing.boxes]) {
      expect(list).toContain(`<li data-id="${id}"><span>${label}`);
    }
  });

  test('two states have the same words only where they show the same picture', () => {
    for (const locale of LOCALES) {
      const own = EVERY_VIEW.filter((one) => one.locale === locale);
      const said = own.map(({ seen }) => `${seen.description} ${markup(seen.list)}`);
      expect(new Set(said).size).toBe(new Set(own.map(({ seen }) => seen.mermaid)).size);
      expect(new Set(said).size).toBeGreaterThan(300);
    }
  });

  test('the number changes the form of the sentence', () => {
    const { phrases } = subjectOf('containers', 'fr');
    expect(say(phrases, 'containers', { n: 1 })).toContain('Un conteneur');
    expect(say(phrases, 'containers', { n: 2 })).toContain('2 conteneurs, un seul noyau');
  });

  test('a missing text fails with its key', () => {
    expect(() => say({ locale: 'fr', texts: {} }, 'nothing')).toThrow('stack.nothing');
  });
});

describe('the words that a page carries', () => {
  test('are those of its diagram and no others', () => {
    const spoken = Object.keys(spokenPhrases(subjectOf('containers', 'en')));
    expect(spoken).toContain('containers_other');
    expect(spoken.filter((key) => key.startsWith('virtual') || key.startsWith('hybrid'))).toEqual(
      [],
    );
  });

  test('none is unused by all diagrams', () => {
    for (const locale of LOCALES) {
      const spoken = DIAGRAM_IDS.flatMap((id) => Object.keys(spokenPhrases(subjectOf(id, locale))));
      const all = Object.keys(subjectOf('virtual', locale).phrases.texts);
      // Plural forms that no number of ours takes are asked for by the language.
      const unused = all.filter(
        (key) => !spoken.includes(key) && !spoken.some((other) => stem(other) === stem(key)),
      );
      expect(unused).toEqual(['held-nothing'].filter((key) => unused.includes(key)));
    }
  });
});

const stem = (key: string) => key.replace(/_(one|many|other)$/, '');

test('French texts hold the spaces of their printers', () => {
  const walk = (node: object): readonly string[] =>
    Object.values(node).flatMap((value: unknown) =>
      typeof value === 'string' ? [value] : walk(value as object),
    );
  for (const text of walk(frenchMessages)) {
    expect(frenchTypography(text).replaceAll('\u2060', '')).toBe(text);
  }
});
