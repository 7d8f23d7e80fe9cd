import { expect, test } from 'vitest';
import { browserName } from '../../../../src/comments/accounts/browser-name.ts';
import {
  newRecoveryCodes,
  recoveryCodeHash,
} from '../../../../src/comments/accounts/recovery-codes.ts';

test('recovery codes are ten, all different, of 128 bits, in groups', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{5}-){4}[A-Z2-7]{6}$/);
});

test('a recovery code is known however it is typed, and is not what is kept', () => {
  const [code = '', other = ''] = newRecoveryCodes();
  const hash = recoveryCodeHash(code);
  expect(recoveryCodeHash(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(hash);
  expect(recoveryCodeHash(other)).not.toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Microsoft Edge, Windows',
  ],
  ['<script>alert(1)</script>', null],
  ['x'.repeat(100_000), null],
  ['', null],
  [undefined, null],
])('%.60s is called %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
