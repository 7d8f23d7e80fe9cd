import { expect, test } from 'vitest';
import { QUESTION_SCHEMAS } from '../../../../src/quiz/schema.ts';
import { readQuiz, type Known } from '../../../../src/quiz/authoring/read-quiz.ts';
import { faultsOf } from './faults-of.ts';

const FILE = 'content/tutorials/types/quiz.yaml';
const KNOWN: Known = {
  objectives: new Set(['tell']),
  sections: new Set(['kernel']),
  sources: new Set(),
  layers: new Map([['containers', new Set(['host-kernel', 'engine'])]]),
};

const HEAD = `    objective: tell
    section: kernel
    prompt: { fr: Quoi, en: What }
`;

/** A question of each new type, without a fault; tests break one line of it. */
const TYPES = `id: types
pools: { some: 1 }
questions:
  - id: in-order
    type: order
${HEAD}    pool: some
    hints: [{ fr: Un indice, en: A hint }]
    items:
      - { id: one, text: { fr: Un, en: One }, why: { fr: D'abord, en: First } }
      - { id: two, text: { fr: Deux, en: Two }, why: { fr: Puis, en: Then } }
      - { id: three, text: { fr: Trois, en: Three }, why: { fr: Enfin, en: Last } }
  - id: matched
    type: match
${HEAD}    pool: some
    targets:
      - { id: image, text: { fr: L'image, en: The image } }
      - { id: host, text: { fr: L'hôte, en: The host } }
    items:
      - { id: kernel, target: host, text: { fr: Noyau, en: Kernel }, why: { fr: Oui, en: Yes } }
      - id: libraries
        target: image
        text: { fr: Bibliothèques, en: Libraries }
        why: { fr: Oui, en: Yes }
        misconceptions: { host: borrowed }
  - id: typed
    type: text
${HEAD}    answer: { fr: groupe de contrôle, en: control group }
    accept: [cgroup]
    pattern: '(?:groupe de controle|control group)s?'
    why: { fr: Il limite, en: It limits }
    mistakes:
      - { id: space, accept: [namespace], why: { fr: Il cache, en: It hides } }
  - id: counted
    type: number
${HEAD}    answer: 125
    tolerance: 4%
    unit: { fr: ms, en: ms }
    units: { s: 1000 }
    why: { fr: Garanti, en: Promised }
    mistakes:
      - { id: less, value: 12, why: { fr: Trop peu, en: Too little } }
  - id: pointed
    type: hotspot
${HEAD}    diagram: containers
    options:
      - { id: host-kernel, correct: true, text: { fr: Noyau, en: Kernel }, why: { fr: Oui, en: Yes } }
      - { id: engine, text: { fr: Moteur, en: Engine }, why: { fr: Non, en: No } }
  - id: traced
    type: trace
${HEAD}    captured: { fr: Ici, en: Here }
    steps:
      - { id: first, run: uname, output: Linux }
      - { id: second, run: echo 1, output: '1', accept: [1] }
      - id: third
        run: echo 2
        output: '2'
        options:
          - { id: two, correct: true, text: { fr: Deux, en: Two }, why: { fr: Oui, en: Yes } }
          - { id: none, last: true, text: { fr: Rien, en: Nothing }, why: { fr: Non, en: No } }
`;

test('every type is read, and what may be left out is filled in', () => {
  const { questions } = readQuiz(TYPES, FILE, KNOWN);
  const types = Object.keys(QUESTION_SCHEMAS);
  expect(questions.map(({ type }) => type)).toEqual(types.slice(3));
  // What is to be typed is a text, though YAML reads a number.
  expect(questions.at(-1)).toMatchObject({ steps: [{}, { accept: ['1'] }, {}] });
});

type Case = readonly [what: string, from: string, to: string, place: string, says: RegExp];

const CASES: readonly Case[] = [
  [
    'a target that is none',
    'target: host',
    'target: hots',
    '25:23',
    /item `kernel`: There is no target `hots`.*`host`/,
  ],
  [
    'a mistake about the right target',
    '{ host: borrowed }',
    '{ image: borrowed }',
    '30:27',
    /no wrong target `image`/,
  ],
  [
    'an order of two',
    '      - { id: three, text: { fr: Trois, en: Three }, why: { fr: Enfin, en: Last } }\n',
    '',
    '11:5',
    /`items` holds fewer than three items/,
  ],
  [
    'twins among items',
    '{ id: two, text: { fr: Deux',
    '{ id: one, text: { fr: Deux',
    '13:11',
    /Two items are named `one`/,
  ],
  [
    'a pool that is none',
    '    pool: some\n    hints',
    '    pool: same\n    hints',
    '9:5',
    /no pool `same`.*`some`/,
  ],
  [
    'a pool that draws all it holds',
    'pools: { some: 1 }',
    'pools: { some: 2 }',
    '2:10',
    /holds 2 and draws 2/,
  ],
  [
    'an answer in one language',
    'answer: { fr: groupe de contrôle, en: control group }',
    'answer: { fr: groupe de contrôle }',
    '36:5',
    /`en` is missing/,
  ],
  [
    'a number that is a text',
    'answer: 125',
    'answer: many',
    '47:5',
    /`answer` is `many` here. Write the right number/,
  ],
  [
    'a text that is a number',
    'answer: { fr: groupe de contrôle, en: control group }',
    'answer: 5',
    '36:5',
    /`answer` is `5` here.*both languages/,
  ],
  ['a tolerance without sense', 'tolerance: 4%', 'tolerance: some', '48:5', /`tolerance`.*`5%`/],
  [
    'a slip in the key of a step',
    'run: echo 2',
    'ran: echo 2',
    '73:9',
    /step `third`: `ran` is not a key here. Did you mean `run`/,
  ],
  [
    'a step that asks in two ways',
    '        options:\n          - { id: two',
    "        accept: ['2']\n        options:\n          - { id: two",
    '75:9',
    /step `third`: The step asks in two ways/,
  ],
  [
    'a step of which nothing is right',
    'id: two, correct: true, text',
    'id: two, text',
    '75:9',
    /step `third`: No option is right/,
  ],
  [
    'a layer that the stack does not have',
    'id: engine, text',
    'id: engin, text',
    '62:11',
    /option `engin`: The stack `containers` has no layer `engin`.*`engine`.*unknown-hotspot/s,
  ],
  [
    'a stack that is none',
    'diagram: containers',
    'diagram: container',
    '59:5',
    /no stack `container`.*`containers`/,
  ],
  [
    'all options right on a picture',
    'id: engine, text',
    'id: engine, correct: true, text',
    '60:5',
    /Every option is right/,
  ],
  ['a backtick alone in a hint', 'fr: Un indice', 'fr: Un `indice', '10:15', /A backtick is alone/],
  [
    'an unknown type with its parts',
    'type: trace',
    'type: traced',
    '64:5',
    /no type `traced`. Did you mean `trace`/,
  ],
];

test.each(CASES)('%s is told with its place and how to mend it', (_what, from, to, place, says) => {
  expect(TYPES).toContain(from);
  const faults = faultsOf(TYPES.replace(from, to), FILE, KNOWN);
  expect(faults.filter((fault) => says.test(fault))).toHaveLength(1);
  expect(faults.find((fault) => says.test(fault))).toMatch(new RegExp(`^${place} `));
  for (const fault of faults) expect(fault.split('\n')).toHaveLength(3);
});

test('a trace that asks nothing, and all faults at once', () => {
  const silent = TYPES.replace(', accept: [1] }', ' }').replace(
    / {8}options:\n {10}- \{ id: two[\s\S]*$/,
    '',
  );
  expect(faultsOf(silent, FILE, KNOWN)).toEqual([expect.stringMatching(/No step asks anything/)]);
  const many = CASES.slice(0, 4).reduce((source, [, from, to]) => source.replace(from, to), TYPES);
  expect(faultsOf(many, FILE, KNOWN).length).toBeGreaterThanOrEqual(4);
});
