import { describe, expect, test } from 'vitest';
import { AuthoringError } from '../../../src/authoring/problem.ts';
import { problemsOf, type CourseFile } from './course-fixture.ts';

const FR = 'tutorials/alpha/fr.mdx';
const EN = 'tutorials/alpha/en.mdx';
const QUIZ = 'tutorials/alpha/quiz.yaml';
const SOURCES = 'sources.yaml';
const IDEAS = 'misconceptions.yaml';

type Case = readonly [
  fault: string,
  file: CourseFile,
  from: string | RegExp,
  to: string,
  expected: readonly [rule: string, file: string, line: number, message: RegExp],
];

/** Each: a slip of the hand in one file, and the one thing that an author is told. */
const CASES: readonly Case[] = [
  [
    'a section that one language lacks',
    EN,
    /## .*#second \*\/}\n/,
    '',
    ['parity', EN, 14, /section `second` is missing here: .*fr\.mdx has it on line 20/],
  ],
  [
    'a heading without an id',
    FR,
    ' {/* #second */}',
    '',
    ['heading-id', FR, 20, /has no id.*\{\/\* #shared-kernel \*\/\}/s],
  ],
  [
    'an id used twice',
    FR,
    '#second */',
    '#first */',
    ['duplicate-section', FR, 20, /already that of the heading on line 14/],
  ],
  ['front matter that is not YAML', FR, 'order: 1', 'order: [1', ['yaml', FR, 6, /not valid YAML/]],
  ['a field that is not there', FR, 'order: 1\n', '', ['front-matter', FR, 2, /`order`/]],
  ['a field of the wrong kind', FR, 'order: 1', 'order: first', ['front-matter', FR, 5, /`order`/]],
  [
    'a field that nobody knows',
    FR,
    'order: 1',
    'order: 1\nauthor: me',
    ['front-matter', FR, 2, /author/],
  ],
  [
    'no front matter at all',
    FR,
    /^---[\s\S]*?---\n/,
    '',
    ['front-matter', FR, 1, /front matter is missing/],
  ],
  [
    'an unknown diagram',
    FR,
    'id="physical"',
    'id="phisical"',
    ['unknown-diagram', FR, 18, /no diagram `phisical`. There are `physical`, `virtual`/],
  ],
  [
    'an unknown quiz',
    FR,
    'id="alpha"',
    'id="beta"',
    ['unknown-quiz', FR, 24, /write <Quiz id="alpha" \/>/],
  ],
  [
    'a component that lessons do not have',
    FR,
    '<Quiz',
    '<Video id="x" />\n\n<Quiz',
    ['unknown-component', FR, 24, /cannot use <Video>/],
  ],
  [
    'a claim with a key that is in no source',
    FR,
    '[@known-source]',
    '[@knwon-source]',
    ['unknown-source', FR, 16, /cites `knwon-source`, which is not in/],
  ],
  [
    'a link to a section that is not there',
    FR,
    '(#first)',
    '(#frist)',
    ['broken-link', FR, 22, /id `frist`. There are `first`, `second`/],
  ],
  [
    'a link to a lesson that is not there',
    FR,
    'tutorial:alpha#second',
    'tutorial:omega',
    ['broken-link', FR, 16, /no tutorial `omega`. There are `alpha`/],
  ],
  [
    'a link to a section that a lesson lacks',
    FR,
    'alpha#second',
    'alpha#third',
    ['broken-link', FR, 16, /has no section `third`/],
  ],
  [
    'a relative link',
    FR,
    '(#first)',
    '(../first)',
    ['broken-link', FR, 22, /leads nowhere. Write `tutorial:/],
  ],
  [
    'a tag that is not closed',
    FR,
    '<Quiz id="alpha" />',
    '<Myth>',
    ['mdx-syntax', FR, 24, /not valid MDX/],
  ],
  [
    'a diagram in one language only',
    EN,
    /<Diagram.*\n/,
    '',
    ['parity', EN, 19, /diagram `physical` is missing here/],
  ],
  [
    'a citation in one language only',
    EN,
    ' [@known-source]',
    '',
    ['parity', FR, 16, /section `first` cites `known-source` here and not in/],
  ],
  [
    'another order of the course',
    EN,
    'order: 1',
    'order: 2',
    ['parity', EN, 1, /`order` is \(2\) here and \(1\)/],
  ],
  [
    'an objective that one language lacks',
    EN,
    'id: place-it',
    'id: place-them',
    ['parity', EN, 1, /`objectives` is \(name-it, place-them\)/],
  ],
  [
    'a source of the wrong shape',
    SOURCES,
    'lang: en',
    'lang: de',
    ['source', SOURCES, 7, /language of a source is fr or en/],
  ],
  [
    'a source that nothing cites',
    SOURCES,
    /$/,
    'lonely:\n  title: a\n  publisher: b\n  url: https://example.org/b\n  date: 2026\n  accessed: 2026-11-25\n  lang: fr\n',
    ['uncited-source', SOURCES, 8, /No lesson cites `lonely`/],
  ],
  ['a quiz that is not YAML', QUIZ, 'questions:', 'questions: [', ['quiz', QUIZ, 3, /YAML/]],
  [
    'a quiz that names an unknown section',
    QUIZ,
    'section: first',
    'section: frist',
    ['quiz', QUIZ, 7, /frist/],
  ],
  [
    'a quiz that names an idea that is not explained',
    QUIZ,
    'that-is-this',
    'that-is-thus',
    ['quiz', QUIZ, 15, /`that-is-thus` is not in .*Did you mean `that-is-this`/],
  ],
  [
    'an idea explained in a section that is not there',
    IDEAS,
    'alpha#first',
    'alpha#frist',
    ['misconception', IDEAS, 4, /no section `frist`.*Did you mean `first`/],
  ],
  [
    'an idea explained in a tutorial that is not there',
    IDEAS,
    'alpha#first',
    'alpa#first',
    ['misconception', IDEAS, 4, /no tutorial `alpa`.*Did you mean `alpha`/],
  ],
  [
    'an idea with a source that is not there',
    IDEAS,
    '[known-source]',
    '[knwon-source]',
    ['misconception', IDEAS, 5, /no source `knwon-source`/],
  ],
  [
    'an idea that no question shows',
    IDEAS,
    /$/,
    'lonely:\n  idea: { fr: a, en: a }\n  truth: { fr: b, en: b }\n  section: alpha#first\n',
    ['misconception', IDEAS, 6, /`lonely`: No question can show/],
  ],
  [
    'an idea in one language only',
    IDEAS,
    'fr: Cela est ceci., ',
    '',
    ['misconception', IDEAS, 2, /`that-is-this\.idea\.fr`/],
  ],
];

describe('a wrong course is refused with the place and the repair', () => {
  test('a right course has nothing wrong', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test.each(CASES)('%s', (_fault, file, from, to, [rule, where, line, message]) => {
    const problems = problemsOf({
      [file]: (text: string) => {
        const changed = text.replace(from, to);
        expect(changed, 'the case changes its file').not.toBe(text);
        return changed;
      },
    });
    expect(problems.map((found) => `${found.rule} ${found.file}:${found.line}`)).toContain(
      `${rule} ${where}:${line}`,
    );
    // One slip is one fault: nothing that merely follows from it is told beside it.
    expect(problems.map((found) => found.file)).toEqual([where]);
    const told = problems.find((found) => found.rule === rule && found.line === line);
    expect(told?.message).toMatch(message);
  });

  test('a lesson without its other language', () => {
    const [problem] = problemsOf({ [EN]: () => null });
    expect(problem).toMatchObject({ rule: 'parity', file: EN });
  });

  test('a quiz that no lesson shows', () => {
    const hide = (text: string) => text.replace(/<Quiz.*\n/, '');
    expect(problemsOf({ [FR]: hide, [EN]: hide }).map(({ rule }) => rule)).toContain(
      'unplaced-quiz',
    );
  });

  test('all faults are told at once, each as file:line:column', () => {
    const problems = problemsOf({
      [FR]: (text) => text.replace('id="physical"', 'id="x"').replace('(#first)', '(#y)'),
    });
    expect(problems.length).toBeGreaterThanOrEqual(2);
    expect(new AuthoringError(problems).message).toMatch(/fr\.mdx:18:1 {2}unknown-diagram\n/);
  });
});
