import { describe, expect, test } from 'vitest';
import { LINTS } from '../../../../src/quiz/authoring/lints.ts';
import { atLeast } from '../../../../src/quiz/authoring/lints/by-chance.ts';
import type { Known } from '../../../../src/quiz/authoring/read-quiz.ts';
import { faultsOf } from './faults-of.ts';

const FILE = 'content/tutorials/lint/quiz.yaml';
const KNOWN: Known = {
  objectives: new Set(['tell']),
  sections: new Set(['kernel']),
  sources: new Set(),
  layers: new Map([['hybrid', new Set(['hypervisor', 'hardware'])]]),
  misconceptions: new Set(['known-idea']),
};

const HEAD = 'objective: tell, section: kernel';
const why = 'why: { fr: Oui, en: Yes }';

/** A quiz of these questions, each in YAML from its `id:` on. */
const quizOf = (questions: readonly string[], more = ''): string =>
  `id: lint\n${more}questions:\n${questions.map((question) => `  - ${question}\n`).join('')}`;

/** A choice whose first option is right unless told otherwise. */
const choice = (id: string, texts: readonly string[], right = 0): string =>
  `{ id: ${id}, type: choice, ${HEAD}, prompt: { fr: Quoi, en: What }, options: [${texts
    .map(
      (text, at) =>
        `{ id: o${at}, ${at === right ? 'correct: true, ' : ''}text: { fr: ${text}, en: ${text} }, ${why} }`,
    )
    .join(', ')}] }`;

const text = (parts: string): string =>
  `{ id: typed, type: text, ${HEAD}, prompt: { fr: Quoi, en: What }, ${why}, ${parts} }`;

/** For each lint: a quiz that meets it, where, and what is said. */
const CASES: Readonly<Record<keyof typeof LINTS, readonly (readonly [string, string, RegExp])[]>> =
  {
    'dangerous-pattern': [
      [quizOf([text("answer: { fr: a, en: a }, pattern: '(a+)+b'")]), '3:', /can take ages/],
      [quizOf([text("answer: { fr: a, en: a }, pattern: '(a|a)*b'")]), '3:', /can take ages/],
      [quizOf([text("answer: { fr: a, en: a }, pattern: '((a|a)c?){9}b'")]), '3:', /can take ages/],
      [
        quizOf([text("answer: { fr: a, en: a }, pattern: 'a('")]),
        '3:',
        /is not a regular expression/,
      ],
    ],
    'double-negative': [
      [
        quizOf([choice('twice', ['Rien ne marche sans lui', 'Oui'])]),
        '3:',
        /Two negations in one clause/,
      ],
      [
        quizOf([
          `{ id: m, type: match, ${HEAD}, prompt: { fr: Quoi, en: What }, targets: [{ id: a, text: { fr: Un, en: One } }, { id: b, text: { fr: Deux, en: It cannot run without it } }], items: [{ id: x, target: a, text: { fr: Ici, en: Here }, ${why} }, { id: y, target: b, text: { fr: Là, en: There }, ${why} }] }`,
        ]),
        '3:',
        /target `b`: Two negations in one clause/,
      ],
      [
        quizOf([
          choice('asks', ['Il n’isole rien', 'Il limite']).replace(
            '{ fr: Quoi, en: What }',
            "{ fr: 'Que ne fait-il pas ?', en: What }",
          ),
        ]),
        '3:',
        /asks what is not/,
      ],
    ],
    'duplicated-answers': [
      [quizOf([choice('twins', ['Le noyau', "'Le  noyau'"])]), '3:', /stands here twice/],
      [
        quizOf([
          text(
            `answer: { fr: a, en: a }, mistakes: [{ id: x, accept: [b], ${why} }, { id: y, accept: ['B.'], ${why} }]`,
          ),
        ]),
        '3:',
        /is listed twice/,
      ],
    ],
    'languages-differ': [
      [
        quizOf([choice('code', ['Un', 'Deux']).replace('fr: Un', 'fr: Un `kernel`')]),
        '3:',
        /Only the French has code `kernel`/,
      ],
      [
        quizOf([
          choice('number', ['Un', 'Deux']).replace('fr: Un, en: Un', "fr: '1,5 s', en: '2.5 s'"),
        ]),
        '3:',
        /the number `1.5` where the English has `2.5`/,
      ],
    ],
    'longest-is-right': [
      [
        quizOf(
          ['a', 'b', 'c', 'd'].map((id, at) =>
            choice(id, ['Non', 'Oui', 'Jamais'].with(at % 3, 'Une longue explication'), at % 3),
          ),
        ),
        '2:',
        /4 of 4 choices the right option is the longest/,
      ],
    ],
    'misconception-leads-nowhere': [
      [
        quizOf([
          choice('idea', ['Un', 'Deux']).replace(
            '{ id: o1,',
            '{ id: o1, misconception: known-ideas,',
          ),
        ]),
        '3:',
        /`known-ideas` is not in content\/misconceptions.yaml. Did you mean `known-idea`/,
      ],
    ],
    'rejected-answer': [
      [
        quizOf([text("answer: { fr: noyau, en: kernel }, pattern: 'noyau'")]),
        '3:',
        /rejects the answer `kernel`/,
      ],
      [
        quizOf([
          text(`answer: { fr: Noyau, en: kernel }, mistakes: [{ id: x, accept: [noyau], ${why} }]`),
        ]),
        '3:',
        /the key takes it for right/,
      ],
      [
        quizOf([
          `{ id: n, type: number, ${HEAD}, prompt: { fr: Quoi, en: What }, ${why}, answer: 100, tolerance: 10%, mistakes: [{ id: x, value: 95, ${why} }] }`,
        ]),
        '3:',
        /the tolerance takes it for right/,
      ],
      [
        quizOf([
          `{ id: t, type: trace, ${HEAD}, prompt: { fr: Quoi, en: What }, captured: { fr: Ici, en: Here }, steps: [{ id: s, run: x, output: one, accept: [two] }] }`,
        ]),
        '3:',
        /Nothing of `accept` stands in the output/,
      ],
    ],
    'same-position': [
      [
        quizOf(['a', 'b', 'c', 'd', 'e'].map((id) => choice(id, ['Un', 'Deux', 'Trois'], 1))),
        '2:',
        /5 of 5 choices the right option is number 2/,
      ],
    ],
    'unknown-hotspot': [
      [
        quizOf([
          choice('spot', ['Un', 'Deux'])
            .replace('type: choice', 'type: hotspot, diagram: hybrid')
            .replace('id: o0', 'id: hypervisor')
            .replace('id: o1', 'id: hardwares'),
        ]),
        '3:',
        /no layer `hardwares`. Did you mean `hardware`/,
      ],
    ],
  };

const flat = Object.entries(CASES).flatMap(([lint, cases]) =>
  cases.map(([source, place, says]) => [lint, source, place, says] as const),
);

describe.each(flat)('%s', (lint, source, place, says) => {
  test('is told with its name and its place', () => {
    const faults = faultsOf(source, FILE, KNOWN);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(says);
    expect(faults[0]).toMatch(new RegExp(`^${place}.*\\(Lint \`${lint}\`\\.\\)`, 's'));
  });

  test('is allowed with a reason, which must be needed', () => {
    const allowed = source.replace('id: lint\n', `id: lint\nallow: { ${lint}: on purpose }\n`);
    expect(faultsOf(allowed, FILE, KNOWN)).toEqual([]);
    const idle = quizOf([choice('good', ['Un', 'Deux'])], `allow: { ${lint}: on purpose }\n`);
    expect(faultsOf(idle, FILE, KNOWN)).toEqual([
      expect.stringMatching(/^2:10 Nothing here meets the lint/),
    ]);
    expect(faultsOf(allowed.replace('on purpose', "''"), FILE, KNOWN)).toHaveLength(1);
  });
});

test('every lint has a case, and a name that nobody knows is told', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(Object.keys(LINTS).toSorted());
  const unknown = quizOf([choice('good', ['Un', 'Deux'])], 'allow: { double-negativ: yes }\n');
  expect(faultsOf(unknown, FILE, KNOWN).join()).toMatch(/Did you mean `double-negative`/);
});

test('a question may allow what the rest of the quiz may not', () => {
  const twice = (id: string, allow: string) =>
    choice(id, ['Rien ne marche sans lui', 'Oui']).replace('{ id:', `{ ${allow}id:`);
  const source = quizOf([twice('one', 'allow: { double-negative: a saying }, '), twice('two', '')]);
  expect(faultsOf(source, FILE, KNOWN)).toEqual([expect.stringMatching(/^4:.*Question `two`/)]);
});

describe('what is no fault', () => {
  test.each([
    [
      'the same number in both manners',
      choice('n', ["'10 000'", 'Deux']).replace("en: '10 000'", "en: '10,000'"),
    ],
    [
      'two clauses, each with its negation',
      choice('n', ["'Il ne voit rien, et ne limite rien'", 'Oui']),
    ],
    [
      'a question that asks why something is not',
      choice('n', ['Il ne voit rien', 'Oui']).replace(
        'fr: Quoi',
        "fr: 'Pourquoi ne marche-t-il pas ?'",
      ),
    ],
    [
      'alternatives that come once, and bars that are letters',
      text("answer: { fr: a|b, en: a }, pattern: '(?:un |le )?(?:a[|]b|a\\|b|a)'"),
    ],
    ['commands that differ in case', choice('n', ["'`ls -a`'", "'`ls -A`'"])],
  ])('%s', (_what, question) => {
    expect(faultsOf(quizOf([question]), FILE, KNOWN)).toEqual([]);
  });
});

test('chance is reckoned exactly', () => {
  expect(atLeast(0, [0.5, 0.5])).toBe(1);
  expect(atLeast(1, [0.5, 0.5])).toBeCloseTo(0.75);
  expect(atLeast(2, [0.5, 0.25])).toBeCloseTo(0.125);
  expect(atLeast(3, [1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(1 / 27);
});
