import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { quickYaml } from '../../../../../src/lib/quick-yaml.ts';
import { idMaker, idOf } from '../../../../../src/quiz/exchange/yaml/name-ids.ts';
import { writeQuizYaml } from '../../../../../src/quiz/exchange/yaml/write-quiz-yaml.ts';
import { KEBAB_CASE, quizSchema } from '../../../../../src/quiz/schema.ts';
import { EVERY_TYPE } from '../gift/sample.ts';

describe('a quiz as YAML', () => {
  test('is read back as it was, of every type', () => {
    expect(quizSchema.parse(quickYaml(writeQuizYaml(EVERY_TYPE)))).toEqual(EVERY_TYPE);
  });

  test('is read back by both parsers whatever its texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        'yes',
        '~',
        '1',
        'no: #x',
        '- a',
        "'",
        '"',
        '`a`\n  b\n\nc',
        '&a',
        '!b',
        '<<',
      ),
    );
    fc.assert(
      fc.property(text, text, (fr, en) => {
        const quiz = {
          questions: [{ id: 'a', rev: 1, type: 'text' as const, prompt: { fr, en }, accept: [fr] }],
        };
        const yaml = writeQuizYaml(quiz);
        expect(quickYaml(yaml)).toEqual(quiz);
        expect(parse(yaml)).toEqual(quiz);
      }),
      { numRuns: 300 },
    );
  });

  test('has its keys in order, a line between questions, and no default', () => {
    const question = { explain: { en: 'c' }, prompt: { en: 'b' }, exact: false, rev: 1, id: 'x' };
    const questions = [question, { ...question, id: 'y' }].map((each) => ({
      ...each,
      type: 'text' as const,
    }));
    const one = (id: string) =>
      `  - id: ${id}\n    type: text\n    rev: 1\n    prompt:\n      en: b\n    explain:\n      en: c\n`;
    expect(writeQuizYaml({ questions })).toBe(`questions:\n${one('x')}\n${one('y')}`);
  });
});

test('a name made of any text is kebab-case or empty, and is given once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (texts) => {
      const idFor = idMaker();
      const ids = texts.map((text) => idFor(text, 'question'));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !KEBAB_CASE.test(id))).toEqual([]);
      texts.forEach((text) => expect(idOf(idOf(text))).toBe(idOf(text)));
    }),
  );
});
