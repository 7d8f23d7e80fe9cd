import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';
import { quickYaml } from '../../../../../src/lib/quick-yaml.ts';
import { importGift } from '../../../../../src/quiz/exchange/gift/import-gift.ts';
import { readGift } from '../../../../../src/quiz/exchange/gift/read-gift.ts';
import { writeGift } from '../../../../../src/quiz/exchange/gift/write-gift.ts';
import { idMaker } from '../../../../../src/quiz/exchange/yaml/name-ids.ts';
import { writeQuizYaml } from '../../../../../src/quiz/exchange/yaml/write-quiz-yaml.ts';
import { quizSchema, type Quiz } from '../../../../../src/quiz/schema.ts';
import { received, told } from './as-gift-tells.ts';
import { ours, theirs, type Other } from './comparable.ts';
import { CONTEXT, EVERY_TYPE } from './sample.ts';

const TUTORIALS = 'content/tutorials';

/** The quizzes of the site, and one with every type. */
const quizzes: readonly (readonly [string, Quiz])[] = [
  ...readdirSync(TUTORIALS).map(
    (id) =>
      [
        id,
        quizSchema.parse(quickYaml(readFileSync(`${TUTORIALS}/${id}/quiz.yaml`, 'utf8'))),
      ] as const,
  ),
  ['every-type', EVERY_TYPE],
];

/** Out as GIFT, in again, written as YAML and read as the site reads it. */
function outAndIn(quiz: Quiz): Quiz {
  const { text } = writeGift([quiz], 'both', CONTEXT);
  const imported = importGift(text, { file: 'out.gift', questionId: idMaker() });
  // What a terminal showed is code of several lines: the importer asks to look at it.
  const messages = new Set(imported.remarks.map(({ message }) => message));
  messages.delete('Only the text is kept of: pre.');
  expect([...messages]).toEqual([]);
  const yaml = writeQuizYaml({ id: imported.quiz, questions: imported.questions });
  return quizSchema.parse(quickYaml(yaml));
}

describe.each(quizzes)('the quiz %s', (_, quiz) => {
  test('comes back from GIFT as it was, but for the declared losses', () => {
    const back = outAndIn(quiz);
    expect(back.id).toBe(quiz.id);
    expect(received(back)).toEqual(told(quiz));
  });

  test.each(['fr', 'en', 'both'] as const)(
    'is read alike by the second parser, in %s',
    (languages) => {
      const { text } = writeGift([quiz], languages, CONTEXT);
      const other = parse(text) as unknown as Other[];
      expect(other.length).toBeGreaterThan(quiz.questions.length);
      expect(readGift(text, 'out.gift').map(ours)).toEqual(other.map(theirs));
    },
  );
});

/** Pieces on which a format in between would trip. */
const piece = fc.constantFrom(
  ...[
    'a',
    'é',
    'Œ',
    ' ',
    '{',
    '}',
    '=',
    '~',
    '#',
    '####',
    ':',
    '::',
    '\\',
    '\\n',
    '->',
    '<',
    '<b>',
    '&',
    '&amp;',
  ],
  ...[
    '%50%',
    '[html]',
    '`x {y}`',
    '`a\n  b`',
    '//',
    'T',
    '*',
    '"',
    '...',
    '«',
    ' ?',
    '1',
    '\n',
    '\u{1F600}',
  ],
);
/** Authors’ texts are trimmed, and have no runs of spaces. */
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => {
  const whole = pieces.join('').split(/(`[^`]*`)/);
  const plain = whole.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/\s*\n\s*/g, '\n').replace(/ +/g, ' '),
  );
  return (
    plain
      .join('')
      .trim()
      .replace(/ ?\n ?/g, '\n') || 'x'
  );
});
const localized = fc.record({ fr: text, en: text });
const item = fc.record({ text: localized, why: localized });
const named = <Item extends object>(items: readonly Item[]) =>
  items.map((each, index) => ({ ...each, id: `n${index}` }));
const items = fc.array(item, { minLength: 3, maxLength: 5 }).map(named);
const typed = text.map((each) => each.replace(/\s+/g, ' '));

const body = fc.oneof(
  items.map((options) => ({
    type: 'choice',
    options: options.map((option, index) => ({ ...option, correct: index === 1 })),
  })),
  items.map((options) => ({
    type: 'multiple',
    options: options.map((option, index) => ({ ...option, correct: index > 0 })),
  })),
  items.map((rows) => ({
    type: 'rows',
    rows: rows.map((row, index) => ({ ...row, answer: index === 1 })),
  })),
  fc.record({
    type: fc.constant('number'),
    answer: fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
      .map((value) => value || 0),
    tolerance: fc.nat({ max: 9 }),
    why: localized,
  }),
);

test('any quiz comes back from GIFT as it was, but for the declared losses', () => {
  fc.assert(
    fc.property(
      localized,
      fc.option(localized, { nil: undefined }),
      body,
      (prompt, explain, each) => {
        const common = {
          id: 'q',
          objective: 'o',
          section: 's',
          prompt,
          ...(explain && { explain }),
        };
        const quiz = quizSchema.parse({ id: 'any', questions: [{ ...common, ...each }] });
        expect(received(outAndIn(quiz))).toEqual(told(quiz));
        const { text: gift } = writeGift([quiz], 'both', CONTEXT);
        expect(readGift(gift, 'out.gift').map(ours)).toEqual(
          (parse(gift) as unknown as Other[]).map(theirs),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('a typed answer means in GIFT what was meant, whatever its signs', () => {
  fc.assert(
    fc.property(typed, localized, (answer, why) => {
      const quiz = quizSchema.parse({
        id: 'any',
        questions: [
          {
            id: 'q',
            type: 'text',
            objective: 'o',
            section: 's',
            prompt: why,
            answer: { fr: answer, en: answer },
            why,
          },
        ],
      });
      const { text: gift } = writeGift([quiz], 'both', CONTEXT);
      const [, entry] = readGift(gift, 'out.gift');
      expect(entry?.kind === 'question' && entry.question.body.kind).toBe('short');
    }),
    { numRuns: 100 },
  );
});
