import fc from 'fast-check';
import { expect, test } from 'vitest';
import { avatarPlates } from '../../../../src/comments/thread/avatar-plates.ts';

test('a picture is three rows of plates, each whole or cut in two by a gap', () => {
  expect(avatarPlates('abc')).toEqual([
    { stroke: 'var(--stroke-hypervisor)', d: 'M0 1.5h12' },
    { stroke: 'var(--stroke-kernel)', d: 'M0 5.5h12' },
    { stroke: 'var(--stroke-container)', d: 'M0 9.5h12' },
  ]);
  expect(avatarPlates('g')[0]).toEqual({
    stroke: 'var(--stroke-hypervisor)',
    d: 'M0 1.5h3M5 1.5h7',
  });
});

test('whatever stands for it, nothing but such rows is drawn', () => {
  const row = /^M0 (\d\.5)(?:h12|h[357]M[579] \1h[357])$/;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (avatar) => {
      const rows = avatarPlates(avatar);
      expect(rows).toHaveLength(3);
      for (const { stroke, d } of rows) {
        expect(stroke).toMatch(/^var\(--stroke-[a-z]+\)$/);
        expect(d).toMatch(row);
      }
    }),
  );
});

test('the signs that the service gives make thousands of pictures', () => {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const rows = new Set([...signs].map((sign) => JSON.stringify(avatarPlates(sign)[0])));
  expect(rows.size).toBe(24);
});
