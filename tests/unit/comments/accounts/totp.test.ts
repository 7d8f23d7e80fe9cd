import { expect, test } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from '../../../../src/comments/accounts/totp.ts';

/** "12345678901234567890", the secret of RFC 6238, appendix B, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** The RFC's times in seconds, with the last six digits of its codes. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(totpStep(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test('a code is good one step before and after its own, under the number of its own', () => {
  const step = Math.floor(1_111_111_109 / 30);
  const at = (offset: number) => (step + offset) * 30_000;
  for (const offset of [-1, 0, 1]) expect(totpStep(SECRET, '081804', at(offset))).toBe(step);
  for (const offset of [-2, 2]) expect(totpStep(SECRET, '081804', at(offset))).toBeNull();
});

test('spaces do not count, and nothing but six digits is a code', () => {
  expect(totpStep(SECRET, ' 287 082 ', 59_000)).toBe(1);
  for (const typed of ['', '28708', '2870822', '28708a', '２８７０８２', '+87082', '287082\u0000'])
    expect(totpStep(SECRET, typed, 59_000)).toBeNull();
});

test('a new secret has 160 bits, and an app reads all it needs from the address', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const uri = new URL(totpUri(secret, 'awa+x@example.org'));
  expect(uri.protocol).toBe('otpauth:');
  expect(decodeURIComponent(uri.pathname)).toMatch(/Strates:awa\+x@example\.org$/);
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: 'Strates',
    secret,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
