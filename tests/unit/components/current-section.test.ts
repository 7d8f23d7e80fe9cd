import { expect, test } from 'vitest';
import { lastAbove } from '../../../src/components/toc/current-section.ts';

test('the section being read is the last whose heading is above the line', () => {
  expect(lastAbove([-900, -20, 400], 300)).toBe(1);
  expect(lastAbove([-900, 300, 400], 300)).toBe(1);
  expect(lastAbove([500], 300)).toBe(-1);
  expect(lastAbove([], 300)).toBe(-1);
});
