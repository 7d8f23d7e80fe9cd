import { describe, expect, test } from 'vitest';
import frenchMessages from '../../../content/messages/fr/diagrams.json' with { type: 'json' };
import { markup } from '../../../src/diagrams/markup.ts';
import { say } from '../../../src/diagrams/phrases.ts';
import { spokenPhrases, subjectOf } from '../../../src/diagrams/picture-source.ts';
import { frenchTypography } from '../../../src/i18n/typography.ts';
import { DIAGRAM_IDS } from '../../../src/diagrams/catalogue.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { mermaidText } from '../../../src/diagrams/mermaid-text.ts';
import { outline } from '../../../src/diagrams/outline.ts';
import type { View } from '../../../src/diagrams/view.ts';
import { EVERY_VIEW } from './every-view.ts';

const listOf = (seen: View) => markup(outline(seen));

describe('every state says what it shows', () => {
  test('in its sentences and in its list, with nothing left to fill in', () => {
    for (const { name, seen } of EVERY_VIEW) {
      expect(seen.description, name).not.toMatch(/[{}]|undefined|NaN/);
      const list = listOf(seen);
      for (const { id, label } of [...seen.drawing.plates, ...seen.drawing.boxes]) {
        expect(list, name).toContain(`<li data-id="${id}"><span>${label}`);
      }
    }
  });

  test('two states have the same words only where they show the same picture', () => {
    for (const locale of LOCALES) {
      const own = EVERY_VIEW.filter((one) => one.locale === locale);
      const said = own.map(({ seen }) => `${seen.title} ${seen.description} ${listOf(seen)}`);
      expect(new Set(said).size).toBe(new Set(own.map(({ seen }) => mermaidText(seen))).size);
      expect(new Set(said).size).toBeGreaterThan(1000);
    }
  });

  test('the number changes the form of the sentence', () => {
    const { phrases } = subjectOf('containers', 'fr');
    expect(say(phrases, 'containers-own', { n: 1 })).toContain('Un conteneur');
    expect(say(phrases, 'containers-own', { n: 2 })).toContain('2 conteneurs, un seul noyau');
  });

  test('a missing text fails with its key', () => {
    expect(() => say({ locale: 'fr', texts: {} }, 'nothing')).toThrow('No text: nothing');
  });
});

describe('the words that a page carries', () => {
  test('are those of its diagram and no others', () => {
    const spoken = Object.keys(spokenPhrases(subjectOf('containers', 'en')));
    expect(spoken).toContain('containers-own_other');
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
