import { expect, test } from 'vitest';
import {
  EMBLEM_HEIGHT,
  emblemPlates,
  EMBLEM_WIDTH,
  PLATE_HEIGHT,
} from '../../../src/components/course/emblem-plates.ts';
import { depthOf, nearby } from '../../../src/components/course/lesson-card.ts';
import { readTutorialIndex } from '../../../src/i18n/tutorial-index.ts';

test('hues span the stack from the ground to the top, whatever the number of lessons', () => {
  expect([1, 2, 3].map((order) => depthOf(order, 3))).toEqual([
    'hardware',
    'container',
    'application',
  ]);
  expect(depthOf(1, 1)).toBe('hardware');
  expect(depthOf(12, 12)).toBe('application');
});

test('the column shows the lessons around one, never more than it holds', () => {
  const course = Array.from({ length: 1000 }, (_, index) => ({
    id: `lesson-${index}`,
    order: index + 1,
    title: '',
    summary: '',
    path: '',
    minutes: 1,
    objectives: 1,
    questions: [],
    pools: [],
  }));
  const shown = (id: string, lessons = course) => nearby(lessons, id).map(({ order }) => order);
  expect(shown('lesson-0')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(shown('lesson-499')).toEqual([494, 495, 496, 497, 498, 499, 500, 501, 502, 503, 504, 505]);
  expect(shown('lesson-999').at(-1)).toBe(1000);
  expect(shown('lesson-2', course.slice(0, 3))).toEqual([1, 2, 3]);
});

test('each lesson of the course has an emblem of its own that stays inside its drawing', () => {
  const emblems = readTutorialIndex('content/tutorials').map(({ id }) => emblemPlates(id));
  expect(new Set(emblems.map((plates) => JSON.stringify(plates))).size).toBe(emblems.length);
  for (const { x, y, width } of emblems.flat()) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(1);
    expect(x + width).toBeLessThanOrEqual(EMBLEM_WIDTH - 1);
    expect(y + PLATE_HEIGHT - 2).toBeLessThanOrEqual(EMBLEM_HEIGHT - 1);
  }
});

test('containers touch the kernel that they share; machines stand off their hypervisor', () => {
  const top = (plates: ReturnType<typeof emblemPlates>, layer: string) =>
    plates.find((plate) => plate.layer === layer)?.y ?? NaN;
  const containers = emblemPlates('containerization');
  const machines = emblemPlates('virtualization');
  const drawn = PLATE_HEIGHT - 2;
  expect(top(containers, 'kernel') - top(containers, 'process')).toBe(drawn);
  expect(top(machines, 'hypervisor') - top(machines, 'kernel')).toBeGreaterThan(drawn);
});

test('a lesson without an emblem shows the ground', () => {
  expect(emblemPlates('something-new').map(({ layer }) => layer)).toEqual(['hardware']);
});
