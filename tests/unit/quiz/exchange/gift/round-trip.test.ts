import { readdirSync, readFileSync } from 'node:fs';
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
