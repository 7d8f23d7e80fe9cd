import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUILD_SETTINGS, SETTINGS } from '../../src/comments/service/settings-table.ts';

/** The cells of each row of the README's tables that begins with a variable. */
const rows = readFileSync('README.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `[A-Z_]+` /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replace(/^`([^`]+)`$/, '$1')));

test.each([...SETTINGS, ...BUILD_SETTINGS])('the README says what $name is', (setting) => {
  const row = rows.find(([, name]) => name === setting.name);
  expect(row?.slice(2, 5)).toEqual([setting.type, setting.default ?? '(unset)', setting.meaning]);
});

test('the README names no variable that nobody reads', () => {
  const known = new Set<string>([...SETTINGS, ...BUILD_SETTINGS].map(({ name }) => name));
  expect(rows.filter(([, name = '']) => !known.has(name))).toEqual([]);
});
