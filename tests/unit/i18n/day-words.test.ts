import { expect, test } from 'vitest';
import { dayWords } from '../../../src/i18n/day-words.ts';

const at = (day: string) => new Date(`${day}T12:00`).getTime();
const NOW = at('2026-11-25');

test.each([
  ['fr', '2026-11-26', '26\u00A0novembre', 'jeudi 26\u00A0novembre'],
  ['fr', '2026-12-01', '1er\u00A0décembre', 'mardi 1er\u00A0décembre'],
  ['fr', '2027-01-01', '1er\u00A0janvier 2027', 'vendredi 1er\u00A0janvier 2027'],
  ['fr', '2027-01-11', '11\u00A0janvier 2027', 'lundi 11\u00A0janvier 2027'],
  ['en', '2026-11-26', 'November\u00A026', 'Thursday, November\u00A026'],
  ['en', '2027-01-01', 'January\u00A01, 2027', 'Friday, January\u00A01, 2027'],
] as const)('%s %s', (locale, day, plain, withWeekday) => {
  expect(dayWords(at(day), NOW, locale)).toBe(plain);
  expect(dayWords(at(day), NOW, locale, 'weekday')).toBe(withWeekday);
});
