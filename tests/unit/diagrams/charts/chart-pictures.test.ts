import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chartPictures } from '../../../../src/diagrams/charts/chart-pictures.ts';
import { MEASUREMENTS } from '../../../../src/diagrams/charts/measurements.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';

const PICTURES = LOCALES.flatMap((locale) =>
  chartPictures(locale).flatMap(({ id, title, sentence, pictures }) =>
    pictures.map(({ width, svg }) => ({ id, locale, title, sentence, width, svg })),
  ),
);

test('each chart has a picture in each language and width, under ids of its own', () => {
  expect(PICTURES.length).toBe(MEASUREMENTS.length * 4);
  const ids = PICTURES.flatMap(({ svg }) =>
    [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
  );
  expect(new Set(ids).size).toBe(PICTURES.length * 2);
});

describe.each(PICTURES)('$id in $locale, $width', ({ id, svg, title }) => {
  test('is light, clean and named', () => {
    expect(gzipSync(svg).length).toBeLessThanOrEqual(3000);
    expect(svg).not.toMatch(/<style|style=|foreignObject|<script|\son\w+=|href|undefined|NaN/);
    const named =
      /^<svg [^>]*role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"><title id="\1">([^<]+)<\/title><desc id="\2">[^<]+<\/desc>/.exec(
        svg,
      );
    expect(named?.[3]).toBe(title);
  });

  test('has all of its points, each with its year', () => {
    const chart = MEASUREMENTS.find((one) => one.id === id);
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
      .map(([, text]) => text)
      .join(' ');
    for (const { year } of chart?.points ?? []) expect(words).toContain(`(${year})`);
    const years = [...words.matchAll(/\(\d{4}\)/g)];
    expect(years.length).toBe(chart?.points.length);
  });
});

test('a promise is drawn as no measurement is: a ring and an arrow', () => {
  const [boot] = chartPictures('en');
  const [wide] = boot?.pictures ?? [];
  expect(wide?.svg.match(/class="ring"/g)).toHaveLength(1);
  expect(wide?.svg.match(/class="arrow"/g)).toHaveLength(1);
  expect(wide?.svg).toContain('≤\u00A0125\u00A0ms');
});

test('where two figures almost coincide, the dot leaves the tips of the diamond to be seen', () => {
  for (const { svg } of PICTURES.filter(({ id }) => id === 'container-memory')) {
    const shapes = [...svg.matchAll(/class="(dot|diamond)"/g)].map(([, shape]) => shape);
    expect(shapes).toEqual(shapes.toSorted());
  }
});
