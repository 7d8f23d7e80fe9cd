import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { courseCoverage } from '../../../../src/authoring/quiz-command/coverage.ts';
import { SCHEMA_FILE } from '../../../../src/authoring/quiz-command/schema.ts';
import { coverageOf } from '../../../../src/quiz/authoring/coverage.ts';
import { quizJsonSchema } from '../../../../src/quiz/authoring/json-schema.ts';
import { readQuiz } from '../../../../src/quiz/authoring/read-quiz.ts';
import { QUESTION_SCHEMAS } from '../../../../src/quiz/schema.ts';
import { KNOWN, SAMPLE } from '../sample-quiz.ts';

test('coverage tells what is reached, what is not, and what could be guessed', () => {
  const quiz = readQuiz(SAMPLE, 'content/tutorials/sample/quiz.yaml', KNOWN);
  const coverage = coverageOf(quiz, ['other', 'third'], ['shared-kernel', 'images']);
  expect(coverage).toMatchObject({
    questions: 3,
    types: { choice: 1, multiple: 1, rows: 1 },
    objectives: { other: [], third: [] },
    objectivesWithoutQuestion: ['other', 'third'],
    questionsWithoutObjective: ['whose-kernel', 'what-travels', 'who-is-reached'],
    sectionsWithoutQuestion: ['images'],
    misconceptions: { 'image-holds-a-kernel': 1 },
    bias: { choices: 1, positions: [0, 1], longestIsRight: { fr: 1, en: 1 } },
  });
});

test('every objective of the course has a question, and the new types are all asked', () => {
  const all = courseCoverage('');
  expect(all.length).toBeGreaterThan(2);
  expect(all.flatMap(({ objectivesWithoutQuestion }) => objectivesWithoutQuestion)).toEqual([]);
  expect(all.flatMap(({ questionsWithoutObjective }) => questionsWithoutObjective)).toEqual([]);
  for (const type of Object.keys(QUESTION_SCHEMAS))
    expect(
      all.some(({ types }) => type in types),
      type,
    ).toBe(true);
});

test('the schema for editors is the one that the build reads by', () => {
  // `npm run quiz -- schema` writes it anew.
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(quizJsonSchema());
  for (const type of Object.keys(QUESTION_SCHEMAS))
    expect(quizJsonSchema()).toContain(`"const": "${type}"`);
});
