import { expect, test } from 'vitest';
import {
  EMBLEM_HEIGHT,
  emblemPlates,
  EMBLEM_WIDTH,
  PLATE_HEIGHT,
} from '../../../src/components/course/emblem-plates.ts';
import { depthOf } from '../../../src/components/course/lesson-card.ts';
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
