import { expect, test } from 'vitest';
import { readQuiz } from '../../../../src/quiz/authoring/read-quiz.ts';
import { KNOWN, SAMPLE } from '../sample-quiz.ts';
import { faultsOf as faultsIn } from './faults-of.ts';

const FILE = 'content/tutorials/sample/quiz.yaml';

const faultsOf = (source: string, file = FILE, known = KNOWN) => faultsIn(source, file, known);

const broken = (from: string, to: string): string => {
  expect(SAMPLE).toContain(from);
  return SAMPLE.replace(from, to);
};

test('reads a quiz of every type, with what may be left out filled in', () => {
  const quiz = readQuiz(SAMPLE, FILE, KNOWN);
  expect(quiz.questions.map(({ type }) => type)).toEqual(['choice', 'multiple', 'rows']);
  expect(quiz.questions[1]).toMatchObject({ rev: 1, sources: [] });
  expect(quiz.questions[0]).toMatchObject({
    options: [
      { id: 'own', correct: false },
      { id: 'shared', correct: true },
    ],
  });
});

const CASES: readonly (readonly [
  what: string,
  from: string,
  to: string,
  place: string,
  says: RegExp,
])[] = [
  ['an unknown key', '    rev: 1', '    revision: 1', '5:5', /`revision` is not a key here.*`rev`/],
  [
    'a slip in a key',
    '        correct: true\n        text: { fr: Celui',
    '        corect: true\n        text: { fr: Celui',
    '15:9',
    /`corect`.*Did you mean `correct`/,
  ],
  [
    'a comma outside quotes',
    "{ fr: 'Quel noyau ?', en",
    '{ fr: Lui, seul, en',
    '8:24',
    /`seul` is not a key.*quotes/,
  ],
  [
    'a missing translation',
    "prompt: { fr: 'Quel noyau ?', en: 'Which kernel?' }",
    "prompt: { fr: 'Quel noyau ?' }",
    '8:5',
    /`en` is missing.*English text/,
  ],
  [
    'an empty text',
    'text: { fr: Le sien, en: Its own }',
    "text: { fr: Le sien, en: ' ' }",
    '12:30',
    /option `own`: `en` is empty/,
  ],
  [
    'a missing why',
    "        why: { fr: Une image n'en a pas., en: An image has none. }\n",
    '',
    '10:9',
    /option `own`: `why` is missing\. Say in both languages why/,
  ],
  [
    'a number for a text',
    "prompt: { fr: 'Quel noyau ?', en: 'Which kernel?' }",
    'prompt: 12',
    '8:5',
    /`prompt` is `12` here/,
  ],
  [
    'no right option',
    '        correct: true\n        text: { fr: Celui',
    '        text: { fr: Celui',
    '9:5',
    /Question `whose-kernel`: No option is right/,
  ],
  [
    'two right options to choose one of',
    '        misconception: image-holds-a-kernel\n',
    '        correct: true\n',
    '9:5',
    /2 options are right.*type: multiple/,
  ],
  [
    'only right options',
    '        text: { fr: Un noyau',
    '        correct: true\n        text: { fr: Un noyau',
    '25:5',
    /Every option is right/,
  ],
  [
    'no right option among several',
    '      - id: program\n        correct: true\n',
    '      - id: program\n',
    '25:5',
    /No option is right/,
  ],
  [
    'rows with one answer',
    '        answer: false',
    '        answer: true',
    '38:5',
    /Every row has the same answer/,
  ],
  [
    'a row without an answer',
    '        answer: false\n',
    '',
    '43:9',
    /row `host`: `answer` is missing/,
  ],
  [
    'an answer that is a word',
    '        answer: false',
    '        answer: no',
    '44:9',
    /`answer` is `no` here\. Write `answer: true`/,
  ],
  [
    'one option only',
    "      - id: kernel\n        text: { fr: Un noyau, en: A kernel }\n        why: { fr: Non., en: 'No.' }\n",
    '',
    '25:5',
    /fewer than two options/,
  ],
  [
    'questions of one name',
    '  - id: what-travels',
    '  - id: whose-kernel',
    '20:5',
    /Two questions are named `whose-kernel`/,
  ],
  [
    'options of one name',
    '      - id: shared',
    '      - id: own',
    '14:9',
    /Two options are named `own`/,
  ],
  [
    'rows of one name',
    '      - id: host',
    '      - id: neighbors',
    '43:9',
    /Two rows are named `neighbors`/,
  ],
  [
    'an unknown objective',
    'objective: tell-apart',
    'objective: tell-apar',
    '6:5',
    /no objective `tell-apar`\. Did you mean `tell-apart`/,
  ],
  [
    'an unknown section',
    'section: shared-kernel',
    'section: images',
    '7:5',
    /no section `images`\. Known: `shared-kernel`/,
  ],
  [
    'an unknown source',
    'sources: [handbook]',
    'sources: [handbook, handbok]',
    '19:25',
    /no source `handbok`\. Did you mean `handbook`/,
  ],
  [
    'an id that is not its tutorial',
    'id: sample',
    'id: hybrid',
    '1:1',
    /quiz is `hybrid` and its tutorial is `sample`\. Write `id: sample`/,
  ],
  [
    'an id that no address can hold',
    '- id: whose-kernel',
    '- id: Whose Kernel',
    '3:5',
    /not kebab-case/,
  ],
  ['an unknown type', 'type: rows', 'type: row', '34:5', /no type `row`\. Did you mean `rows`/],
  ['a missing type', '    type: rows\n', '', '33:5', /`type` is missing/],
  ['a rev that is no count', 'rev: 1', 'rev: 1.5', '5:5', /`rev` is `1.5`.*whole number/],
  [
    'a mistaken idea behind a right option',
    '        correct: true\n        text: { fr: Celui',
    '        correct: true\n        misconception: none\n        text: { fr: Celui',
    '16:9',
    /right option cannot show a mistaken idea/,
  ],
  [
    'code that does not end',
    'fr: Un seul noyau.',
    'fr: Un `seul noyau.',
    '18:16',
    /backtick is alone/,
  ],
  [
    'two keys of one name',
    '    rev: 1\n',
    '    rev: 1\n    rev: 2\n',
    '6:5',
    /not valid YAML.*unique.*Keep one/,
  ],
  ['a quote that does not end', "'Which kernel?' }", "'Which kernel? }", '8:55', /not valid YAML/],
];

test.each(CASES)('says where and how to mend %s', (_what, from, to, place, says) => {
  const faults = faultsOf(broken(from, to));
  expect(faults[0]).toMatch(says);
  expect(faults[0]?.split(' ')[0]).toBe(place);
  expect(faults).toHaveLength(1);
});

test('shows the offending line with a caret under the fault', () => {
  expect(faultsOf(broken('section: shared-kernel', 'section: images'))[0]).toBe(
    '7:5 Question `whose-kernel`: There is no section `images`. Known: `shared-kernel`.\n' +
      '7 |     section: images\n' +
      '        ^',
  );
});

test('keeps the caret near the fault on a long line', () => {
  const source = broken('fr: Un seul noyau.', `fr: ${'mot '.repeat(60)}, en2: x`);
  const [, line = '', caret = ''] = faultsOf(source)[0]?.split('\n') ?? [];
  expect(line.length).toBeLessThan(120);
  expect(line.slice(caret.indexOf('^'))).toMatch(/^en2/);
});

test('tells every fault at once, in the order of the file', () => {
  const source = SAMPLE.replace('section: shared-kernel', 'section: nowhere')
    .replace('type: rows', 'type: lines')
    .replace('        why: { fr: Frontière tenue., en: The boundary holds. }\n', '')
    .replace('      - id: kernel', '      - id: program');
  expect(faultsOf(source).map((fault) => fault.split(' ')[0])).toEqual([
    '7:5',
    '30:9',
    '34:5',
    '43:9',
  ]);
});

test('names file, line and column, and counts as an error with a list', () => {
  expect(() => readQuiz('id: sample\n', FILE, KNOWN)).toThrow(
    /^content\/tutorials\/sample\/quiz\.yaml:1:1: `questions` is missing\. List the questions/,
  );
});

test.each([
  ['an empty file', ''],
  ['a list', '- a\n'],
  ['a word', 'quiz'],
])('refuses %s with a sentence', (_what, source) => {
  expect(faultsOf(source)[0]).toMatch(/^1:1 The file is not a quiz\. Begin it with/);
});

test('takes the folder for the id of the tutorial when it is told none', () => {
  const { objectives, sections, sources } = KNOWN;
  const known = { objectives, sections, sources };
  expect(faultsOf(SAMPLE, FILE, known)).toEqual([]);
  expect(faultsOf(SAMPLE, 'content/tutorials/hybrid/quiz.yaml', known)[0]).toMatch(
    /Write `id: hybrid`/,
  );
});

test('sees every fault of the shape in a question of no known type', () => {
  const source = broken('type: choice', 'type: single').replace(
    '        why: { fr: Ils le partagent., en: They share it. }\n',
    '',
  );
  expect(faultsOf(source)).toHaveLength(2);
});
