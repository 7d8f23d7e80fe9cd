import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { tighten } from '../../../src/lib/tight-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, rest = '') =>
  `<meta http-equiv="content-security-policy" content="${policy}">${rest}`;

test('a page allows its own inline scripts and styles and no other', () => {
  const loose =
    "default-src 'self';script-src 'self' 'sha256-AAA=' 'sha256-BBB=';style-src 'self' 'sha256-CCC=';";
  const rest =
    '<script>one()</script><script type="module">two()</script><style>a{}</style>' +
    '<script type="application/ld+json">{}</script><script type="module" src="/a.js"></script>';
  expect(tighten(page(loose, rest))).toBe(
    page(
      `default-src 'self';script-src 'self' ${hash('one()')} ${hash('two()')};style-src 'self' ${hash('a{}')}`,
      rest,
    ),
  );
});

test('a page without inline script or style allows none', () => {
  expect(tighten(page("script-src 'self' 'sha256-AAA='; style-src 'self';"))).toBe(
    page("script-src 'self';style-src 'self'"),
  );
});

test('a page without a policy stays as it is', () => {
  expect(tighten('<script>one()</script>')).toBe('<script>one()</script>');
});
