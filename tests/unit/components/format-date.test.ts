import { expect, test } from 'vitest';
import { formatDate } from '../../../src/components/lesson/format-date.ts';

test.each([
  ['2026', 'fr', '2026'],
  ['2026-11', 'fr', 'novembre 2026'],
  ['2026-11-25', 'fr', '25\u00A0novembre 2026'],
  ['2026-02-01', 'fr', '1er\u00A0février 2026'],
  ['2026', 'en', '2026'],
  ['2026-11', 'en', 'November 2026'],
  ['2026-11-25', 'en', 'November\u00A025, 2026'],
] as const)('%s in %s is %s', (date, locale, text) => {
  expect(formatDate(date, locale)).toBe(text);
});
