import { expect, test } from 'vitest';
import { seal, unseal } from '../../../../src/comments/accounts/seal.ts';

const KEY = 'a secret of the tests, long enough to be one';
const ANN = { purpose: 'totp', whose: 'ann' } as const;

test('what is sealed opens for what and whom it was sealed, and nothing else', () => {
  const sealed = seal(KEY, 'GEZDGNBV é', ANN);
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(sealed).not.toContain(Buffer.from('GEZDGNBV').toString('base64url').slice(0, 8));
  expect(unseal(KEY, sealed, ANN)).toBe('GEZDGNBV é');
  expect(unseal(KEY, sealed, { purpose: 'totp', whose: 'bob' })).toBeNull();
  expect(unseal(KEY, sealed, { purpose: 'enrolment', whose: 'ann' })).toBeNull();
  expect(unseal(`${KEY}.`, sealed, ANN)).toBeNull();
});

test('no two seals are the same', () => {
  expect(seal(KEY, 'x', ANN)).not.toBe(seal(KEY, 'x', ANN));
});

test('one changed bit, a cut or nonsense opens nothing', () => {
  const bytes = Buffer.from(seal(KEY, 'GEZDGNBV', ANN), 'base64url');
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(unseal(KEY, changed.toString('base64url'), ANN)).toBeNull();
  }
  for (let length = 0; length < bytes.length; length += 1)
    expect(unseal(KEY, bytes.subarray(0, length).toString('base64url'), ANN)).toBeNull();
  for (const text of ['', 'x', '%%%', '\u0000']) expect(unseal(KEY, text, ANN)).toBeNull();
});
