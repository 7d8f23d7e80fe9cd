import { expect, test } from 'vitest';
import { relativeDate } from '../../../../src/comments/thread/relative-date.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25, 12);

test.each([
  [0, 'maintenant', 'now'],
  [59 * SECOND, 'maintenant', 'now'],
  // A clock that goes wrong by a few seconds.
  [-5 * SECOND, 'maintenant', 'now'],
  [60 * SECOND, 'il y a 1 minute', '1 minute ago'],
  [59 * 60 * SECOND, 'il y a 59 minutes', '59 minutes ago'],
  [HOUR, 'il y a 1 heure', '1 hour ago'],
  [47 * HOUR, 'il y a 1 jour', '1 day ago'],
  [3 * DAY, 'il y a 3 jours', '3 days ago'],
  [13 * DAY, 'il y a 1 semaine', '1 week ago'],
  [60 * DAY, 'il y a 1 mois', '1 month ago'],
  [800 * DAY, 'il y a 2 ans', '2 years ago'],
])('%d ms ago', (age, french, english) => {
  expect(relativeDate(NOW - age, NOW, 'fr')).toBe(french);
  expect(relativeDate(NOW - age, NOW, 'en')).toBe(english);
});
