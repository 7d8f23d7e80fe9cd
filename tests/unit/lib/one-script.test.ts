import { expect, test } from 'vitest';
import { nameOnce } from '../../../src/lib/one-script.ts';

const script = (src: string) => `<script type="module" src="${src}"></script>`;
const targets = new Map([
  ['/_astro/a.js', '/_astro/site.js'],
  ['/_astro/b.js', '/_astro/site.js'],
]);

test('entries of one chunk become the chunk, once; other scripts stay', () => {
  const page = `${script('/_astro/a.js')}<p>text</p>${script('/_astro/b.js')}${script('/_astro/c.js')}`;
  expect(nameOnce(page, targets)).toBe(
    `${script('/_astro/site.js')}<p>text</p>${script('/_astro/c.js')}`,
  );
});

test('inline scripts are not touched', () => {
  const page = '<script>one()</script><script type="application/json">{}</script>';
  expect(nameOnce(page, targets)).toBe(page);
});
