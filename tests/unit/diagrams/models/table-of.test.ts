import { describe, expect, test } from 'vitest';
import { TABLED, tableOf, type Cell } from '../../../../src/diagrams/models/table-of.ts';
import { say } from '../../../../src/diagrams/phrases.ts';
import { LOCALES, MESSAGES } from './every-state.ts';

const written = (locale: 'fr' | 'en', { key, values }: Cell) =>
  say({ locale, texts: MESSAGES[locale].cell }, key, values);

describe('the tables of models', () => {
  test('Windows: a row for each host, a column for each image', () => {
    const { heads, across, columns, rows } = tableOf('windows-versions');
    expect([heads, across]).toEqual([['server'], 'base']);
    expect(columns).toEqual(['ws2016', 'ws2019', 'ws2022', 'ws2025']);
    expect(
      rows.map(({ answers, cells }) => [...answers, ...cells.map((c) => written('en', c))]),
    ).toEqual([
      ['ws2016', 'process or Hyper-V', 'not offered', 'not offered', 'not offered'],
      ['ws2019', 'Hyper-V only', 'process or Hyper-V', 'not offered', 'not offered'],
      ['ws2022', 'Hyper-V only', 'Hyper-V only', 'process or Hyper-V', 'not offered'],
      ['ws2025', 'Hyper-V only', 'Hyper-V only', 'process or Hyper-V', 'process or Hyper-V'],
      [
        ...['w11', 'Hyper-V only', 'Hyper-V only', 'process or Hyper-V'],
        'process or Hyper-V, from 24H2 on',
      ],
      ['w10', 'Hyper-V only', 'Hyper-V only', 'not offered', 'not offered'],
    ]);
  });

  test('compatibility: a row for each system and processor', () => {
    const { heads, rows } = tableOf('compatibility');
    expect(heads).toEqual(['system', 'processor']);
    expect(rows).toHaveLength(6);
    expect(rows.at(-1)?.answers).toEqual(['macos', 'arm64']);
    expect(rows.at(-1)?.cells.map((cell) => written('fr', cell))).toEqual([
      ...['machine virtuelle Linux, émulée', 'machine virtuelle Linux', 'non'],
    ]);
  });

  test('every cell has its words in both languages, and no other has', () => {
    const keys = TABLED.flatMap((id) =>
      tableOf(id).rows.flatMap(({ cells }) => cells.map(({ key }) => key)),
    );
    for (const locale of LOCALES) {
      expect(Object.keys(MESSAGES[locale].cell).sort()).toEqual([...new Set(keys)].sort());
    }
  });
});
