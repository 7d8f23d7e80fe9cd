import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkMeasurements } from '../../../../src/authoring/check-measurements.ts';
import { sourcesSchema } from '../../../../src/authoring/front-matter.ts';
import { quickYaml } from '../../../../src/lib/quick-yaml.ts';

const GOOD = `- id: boot-time
  unit: ms
  scale: log
  title: { fr: Démarrage, en: Start }
  axis: { fr: Temps, en: Time }
  sentence: { fr: 'Il faut {{docker}} et {{names}}.', en: 'It takes {{docker}} and {{names}}.' }
  warning: { fr: Rien., en: Nothing. }
  points:
    - id: docker
      label: { fr: Un point, en: A point }
      value: 568
      reading: at-most
      year: 2026
      source: known
      evidence: abstract
    - id: names
      label: { fr: Un autre, en: Another }
      range: [8, 10]
      year: 2026
      source: known
      evidence: source
- id: memory
  unit: MB
  scale: log
  title: { fr: Mémoire, en: Memory }
  axis: { fr: Mémoire, en: Memory }
  sentence: { fr: '{{sleep.b / sleep.a}} fois.', en: '{{sleep.b / sleep.a}} times.' }
  warning: { fr: Rien., en: Nothing. }
  series:
    - { id: a, label: { fr: A, en: A } }
    - { id: b, label: { fr: B, en: B } }
  points:
    - id: sleep
      label: { fr: Dormir, en: Sleep }
      values: { a: 4, b: 23 }
      year: 2020
      source: known
      evidence: source
`;

function check(text: string, sources: ReadonlySet<string> = new Set(['known'])) {
  const folder = mkdtempSync(join(tmpdir(), 'strates-figures-'));
  try {
    const file = join(folder, 'measurements.yaml');
    writeFileSync(file, text);
    return checkMeasurements(file, 'measurements.yaml', sources);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a good file has no fault, and tells what it cites', () => {
  expect(check(GOOD)).toEqual({ cited: new Set(['known']), problems: [] });
});

test('a course without figures is no fault', () => {
  expect(checkMeasurements('/nowhere.yaml', 'nowhere', new Set()).problems).toEqual([]);
});

describe('each slip of the hand is told with its line and its repair', () => {
  test.each([
    ['not YAML', 'unit: ms', 'unit: [ms', 3, /not valid YAML/],
    ['an unknown unit', 'unit: ms', 'unit: hours', 2, /unit is one of `ns`, `ms`/],
    ['an unknown scale', 'scale: log', 'scale: cube', 3, /scale is one of `linear`, `log`/],
    ['a field nobody knows', 'scale: log', 'scale: log\n  color: red', 1, /color/],
    [
      'a language left out',
      'title: { fr: Démarrage, en: Start }',
      'title: { fr: Démarrage }',
      4,
      /both languages/,
    ],
    ['an empty text', 'en: A point', "en: ''", 10, /both languages/],
    ['a figure with a comma', 'value: 568', "value: '5,68'", 11, /point before its decimals/],
    ['a figure of nothing', 'value: 568', 'value: 0', 11, /above 0/],
    [
      'an unknown reading',
      'reading: at-most',
      'reading: maybe',
      12,
      /reading is one of `measured`/,
    ],
    [
      'no year',
      '      year: 2026\n      source: known\n      evidence: abstract',
      '      source: known\n      evidence: abstract',
      9,
      /year/,
    ],
    ['a year of two digits', 'year: 2026', 'year: 26', 13, /2026/],
    [
      'a figure that is only remembered',
      'evidence: abstract',
      'evidence: recalled',
      15,
      /only remembered is not drawn/,
    ],
    [
      'an unknown source',
      'source: known',
      'source: knwon',
      14,
      /no source `knwon`.*Did you mean `known`/,
    ],
    ['a range turned round', '[8, 10]', '[10, 8]', 18, /lower end/],
    ['a range of one end', '[8, 10]', '[8]', 18, /two ends/],
    [
      'two kinds of figure',
      'range: [8, 10]',
      'range: [8, 10]\n      value: 9',
      16,
      /exactly one of/,
    ],
    ['no figure', '      range: [8, 10]\n', '', 16, /exactly one of/],
    [
      'a promise about a range',
      'range: [8, 10]',
      'range: [8, 10]\n      reading: at-most',
      19,
      /Only a single `value`/,
    ],
    [
      'a value where series are compared',
      'values: { a: 4, b: 23 }',
      'value: 4',
      33,
      /write `values` with `a`, `b`/,
    ],
    ['values where none are compared', 'value: 568', 'values: { a: 4 }', 9, /no `series`/],
    [
      'a series left out',
      'values: { a: 4, b: 23 }',
      'values: { a: 4 }',
      35,
      /one value to each of `a`, `b`/,
    ],
    [
      'one series only',
      '    - { id: b, label: { fr: B, en: B } }\n',
      '',
      29,
      /compares two series/,
    ],
    ['an id twice', 'id: names', 'id: docker', 16, /`docker` is taken/],
    ['a chart twice', 'id: memory', 'id: boot-time', 22, /`boot-time` is taken/],
    ['an id with a space', 'id: docker\n', 'id: docker run\n', 9, /lower-case/],
    [
      'a sentence about nothing',
      '{{docker}} et',
      '{{podman}} et',
      6,
      /no figure `podman`.*`docker`, `names`/,
    ],
    [
      'figures of one language',
      '{{docker}} et {{names}}',
      '{{docker}}',
      6,
      /other language names {{names}}/,
    ],
    [
      'a digit typed in a sentence',
      '{{docker}} et',
      '{{docker}} et 3',
      6,
      /in place of its digits/,
    ],
    [
      'a ratio of a range',
      '{{sleep.b / sleep.a}} fois',
      '{{sleep.b / sleep}} fois',
      27,
      /no figure `sleep.b \/ sleep`/,
    ],
    ['no list at all', GOOD, 'a: 1\n', 1, /list of charts/],
    ['a chart without points', /\n {2}points:[\s\S]*?(?=\n- id: memory)/, '', 1, /list of points/],
  ] as const)('%s', (_, from, to, line, message) => {
    const broken = GOOD.replace(from, to);
    expect(broken).not.toBe(GOOD);
    const { problems } = check(broken);
    const told = problems.map((problem) => `${problem.line}: ${problem.message}`);
    const found = problems.find(
      (problem) => problem.line === line && message.test(problem.message),
    );
    expect(found, told.join('\n')).toMatchObject({
      rule: from === 'unit: ms' && to === 'unit: [ms' ? 'yaml' : 'measurement',
      file: 'measurements.yaml',
    });
  });
});

test('the figures of the site are right, and cite sources that are there', () => {
  const sources = sourcesSchema.parse(quickYaml(readFileSync('content/sources.yaml', 'utf8')));
  const keys = new Set(Object.keys(sources));
  const { cited, problems } = checkMeasurements('content/measurements.yaml', 'it', keys);
  expect(problems).toEqual([]);
  expect(cited.size).toBeGreaterThan(8);
});
