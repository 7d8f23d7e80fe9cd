import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { oneScript } from '../../../src/lib/one-script.ts';
import { rewritePages, type PageRewrite } from '../../../src/lib/rewrite-pages.ts';

const script = (src: string) => `<script type="module" src="${src}"></script>`;

test('each page is rewritten by every step in order, in every folder; other files stay', async () => {
  const root = mkdtempSync(join(tmpdir(), 'strates-pages-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const write = (file: string, text: string) => {
    writeFileSync(join(root, file), text);
  };
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  mkdirSync(join(root, 'fr'));
  write('index.html', script('/a.js'));
  write('fr/index.html', `<p>${script('/a.js')}${script('/b.js')}`);
  write('a.js', 'import "./site.js";');
  write('b.js', 'import "./site.js";');
  write('site.js', 'one()');
  write('page.txt', script('/a.js'));

  const last: PageRewrite = () => (html) => `${html}.`;
  const { hooks } = rewritePages(oneScript, last);
  await hooks['astro:build:done']?.({ dir: pathToFileURL(`${root}/`) } as never);

  expect(read('index.html')).toBe(`${script('/site.js')}.`);
  expect(read('fr/index.html')).toBe(`<p>${script('/site.js')}.`);
  expect(read('page.txt')).toBe(script('/a.js'));
  expect(['a.js', 'b.js', 'site.js'].map((file) => existsSync(join(root, file)))).toEqual([
    false,
    false,
    true,
  ]);
});
