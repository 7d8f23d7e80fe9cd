import { describe, expect, test } from 'vitest';
import { MEASUREMENTS } from '../../../../src/diagrams/charts/measurements.ts';
import { figuresNamed, sentenceOf } from '../../../../src/diagrams/charts/sentence-figures.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { chartWith, pointWith } from './chart-fixture.ts';

const say = (sentence: string, unit: 'ms' | 'ratio' = 'ms') =>
  sentenceOf(
    chartWith({
      unit,
      sentence: { fr: sentence, en: sentence },
      points: [
        pointWith({ id: 'one', value: 1193.1 }),
        pointWith({ id: 'span', range: [8, 10] }),
        pointWith({ id: 'both', values: { a: 4.09, b: 23.7 } }),
      ],
    }),
    'fr',
  );

test.each([
  ['{{one}}', 'ms', '1\u202F193\u00A0ms'],
  ['{{ one }}', 'ms', '1\u202F193\u00A0ms'],
  ['{{span}}', 'ms', '8–\u206010\u00A0ms'],
  ['{{both.a}}', 'ms', '4,09\u00A0ms'],
  ['{{both.b / both.a}} fois', 'ms', '5,8\u00A0fois'],
  ['{{one}} fois', 'ratio', '1\u202F193\u00A0fois'],
] as const)('%s in %s is %s', (sentence, unit, said) => {
  expect(say(sentence, unit)).toBe(said);
});

describe.each(MEASUREMENTS)('the sentence of $id', (chart) => {
  test.each(LOCALES)('says its figures in %s, and has no place left', (locale) => {
    expect(figuresNamed(chart.sentence[locale]).length).toBeGreaterThan(0);
    const said = sentenceOf(chart, locale);
    expect(said).not.toMatch(/[{}]|undefined|NaN/);
    expect(said).toMatch(/\d/);
  });
});
