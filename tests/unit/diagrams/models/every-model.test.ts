import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MODEL_IDS, MODELS } from '../../../../src/diagrams/models/catalogue.ts';
import { sourcesOf } from '../../../../src/diagrams/models/sources.ts';
import { downFrom, framesAround } from '../../../../src/diagrams/stack.ts';
import { frenchTypography } from '../../../../src/i18n/typography.ts';
import { EVERY_STATE, LOCALES, MESSAGES, sentenceOf, SPEAKERS, wordsOf } from './every-state.ts';

const parameters = MODEL_IDS.flatMap((id) => MODELS[id].parameters);

describe('the states of the models', () => {
  test('are all asked', () => {
    expect(EVERY_STATE).toHaveLength(6 + 216 + 15 + 256 + 54 + 12 + 18 + 24);
  });

  test('stand: ids are unique, layers rest on layers, frames are there', () => {
    for (const { name, stack } of EVERY_STATE) {
      const { layers, frames } = stack;
      const ids = [...layers, ...frames].map(({ id }) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      // An id is a name in a Mermaid text, too.
      for (const id of ids) expect(id, name).toMatch(/^(?!end$)[a-z][a-z0-9-]*$/);
      for (const layer of layers) {
        expect(downFrom(stack, layer.id).at(-1)?.on, `${name}: ${layer.id}`).toBeNull();
      }
      for (const named of [...layers, ...frames]) {
        if (named.in !== null) {
          expect(framesAround(stack, named.in).length, `${name}: ${named.id}`).toBeGreaterThan(0);
        }
      }
    }
  });

  test('list what stands side by side as their Mermaid texts do: frames first', () => {
    for (const { name, stack } of EVERY_STATE) {
      const inside = (frame: string | null): readonly string[] => [
        ...stack.frames.filter((box) => box.in === frame).flatMap(({ id }) => inside(id)),
        ...stack.layers.filter((layer) => layer.in === frame).map(({ id }) => id),
      ];
      const written = inside(null);
      for (const carrier of [null, ...written]) {
        const riders = stack.layers.filter(({ on }) => on === carrier).map(({ id }) => id);
        expect(riders, name).toEqual(written.filter((id) => riders.includes(id)));
      }
    }
  });

  test('have no empty frame', () => {
    for (const { name, stack } of EVERY_STATE) {
      for (const { id } of stack.frames) {
        const inside = stack.layers.filter((layer) =>
          framesAround(stack, layer.in).some((frame) => frame.id === id),
        );
        expect(inside.length, `${name}: ${id}`).toBeGreaterThan(0);
      }
    }
  });

  test('say all in both languages, without a hole', () => {
    for (const locale of LOCALES) {
      for (const { name, stack } of EVERY_STATE) {
        for (const words of [...wordsOf(stack, locale), sentenceOf(stack, locale)]) {
          expect(words.trim(), name).not.toBe('');
          expect(words, name).not.toMatch(/[{}]|undefined|NaN|\d\.\d{2,}/);
        }
      }
    }
  });

  test('name their plates with plain spaces: Mermaid makes such of all others', () => {
    for (const locale of LOCALES) {
      for (const { name, stack } of EVERY_STATE) {
        expect(wordsOf(stack, locale).join(''), name).not.toMatch(/[\u00a0\u202f]/);
      }
    }
  });

  test('say it in two sentences at most', () => {
    for (const locale of LOCALES) {
      for (const { name, stack } of EVERY_STATE) {
        const text = sentenceOf(stack, locale);
        expect(text.match(/[.!?](?=\s|$)/g)?.length ?? 0, name).toBeLessThanOrEqual(2);
        expect(text.length, name).toBeLessThan(280);
      }
    }
  });

  test('differ in words where they differ in what is asked', () => {
    const said = (locale: 'fr' | 'en') =>
      EVERY_STATE.map(({ id, stack }) => [
        id,
        sentenceOf(stack, locale),
        ...wordsOf(stack, locale),
      ]);
    // A brake changes nothing where the reports ask for no more than it lets through, but is seen.
    const different = new Set(said('en').map((words) => words.join('\n')));
    // Which of the states of `syscalls` and `images` look alike: none.
    expect(different.size).toBe(new Set(said('fr').map((words) => words.join('\n'))).size);
    expect(different.size).toBe(EVERY_STATE.length);
  });
});

describe('the words of the models', () => {
  test('are the same in both languages but for the plural forms', () => {
    const keys = (node: object): readonly string[] =>
      Object.entries(node).flatMap(([key, value]) =>
        typeof value === 'string'
          ? [key.replace(/_(one|many|other)$/, '')]
          : keys(value as object).map((inner) => `${key}.${inner}`),
      );
    expect(new Set(keys(MESSAGES.fr))).toEqual(new Set(keys(MESSAGES.en)));
  });

  test('have either one form or one for each number', () => {
    for (const locale of LOCALES) {
      const all = Object.keys(MESSAGES[locale].stack);
      expect(all.filter((key) => all.includes(`${key}_other`))).toEqual([]);
    }
  });

  test('are all said by some state', () => {
    const stem = (key: string) => key.replace(/_(one|many|other)$/, '');
    for (const locale of LOCALES) {
      EVERY_STATE.forEach(({ stack }) => [sentenceOf(stack, locale), ...wordsOf(stack, locale)]);
      const said = new Set([...SPEAKERS[locale].said].map(stem));
      const all = Object.keys(MESSAGES[locale].stack);
      expect(all.filter((key) => !said.has(stem(key)))).toEqual([]);
    }
  });

  test('name each model, each question and each answer, and nothing else', () => {
    for (const locale of LOCALES) {
      const { title, lead, question, answer } = MESSAGES[locale];
      expect(Object.keys(title).sort()).toEqual([...MODEL_IDS].sort());
      expect(Object.keys(lead).sort()).toEqual([...MODEL_IDS].sort());
      expect(Object.keys(question).sort()).toEqual(parameters.map(({ name }) => name).sort());
      const choices = parameters.filter(({ kind }) => kind === 'choice');
      const named = Object.entries<Readonly<Record<string, string>>>(answer);
      expect(
        Object.fromEntries(named.map(([name, own]) => [name, Object.keys(own).sort()])),
      ).toEqual(Object.fromEntries(choices.map(({ name, values }) => [name, [...values].sort()])));
    }
  });

  test('French ones hold the spaces of their printers', () => {
    const walk = (node: object): readonly string[] =>
      Object.values(node).flatMap((value: unknown) =>
        typeof value === 'string' ? [value] : walk(value as object),
      );
    for (const text of walk(MESSAGES.fr)) {
      expect(frenchTypography(text).replaceAll('\u2060', '')).toBe(text);
      expect(text).not.toContain("'");
    }
  });
});

describe('the catalogue of models', () => {
  test('names each question once, and answers it at first with one of its values', () => {
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    for (const { name, values, initial } of parameters) expect(values, name).toContain(initial);
  });

  test('cites sources that are there', () => {
    const known = Object.keys(
      parse(readFileSync('content/sources.yaml', 'utf8')) as Record<string, unknown>,
    );
    for (const id of MODEL_IDS) {
      expect(sourcesOf[id].length, id).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining([...sourcesOf[id]]));
    }
  });
});
