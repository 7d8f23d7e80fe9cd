import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** What is fetched apart, when someone asks for it. */
const LATER = /wake-explorer|copy-picture|panels|models\/load-builder|\.json$|\.css/;

/** One entry as the site's bundler makes it: minified, with what it imports at once. */
async function bundle(entry: string) {
  const bundled = await rolldown({
    input: `src/diagrams/${entry}.ts`,
    external: (id, importer) => importer !== undefined && LATER.test(id),
  });
  const { output } = await bundled.generate({ format: 'esm', minify: true });
  const { code, moduleIds } = output[0];
  return {
    size: gzipSync(code, { level: 9 }).length,
    files: moduleIds.map((file) => relative('.', file)),
  };
}

test('the explorer of all stacks, with layout and advances, weighs 6 kB at most', async () => {
  const { size, files } = await bundle('wake-explorer');
  expect(size).toBeLessThanOrEqual(6000);
  expect(files.filter((file) => !file.startsWith('src/diagrams/'))).toEqual([]);
});

test('what runs before anyone asks weighs 0.8 kB at most', async () => {
  const { size, files } = await bundle('load-stack-explorer');
  expect(size).toBeLessThanOrEqual(800);
  expect(files.toSorted()).toEqual(['src/diagrams/load-stack-explorer.ts', 'src/lib/once-near.ts']);
});

test('what someone asks for by a button or an open panel stays small: 2 kB, 1 kB, models 6 kB', async () => {
  expect((await bundle('copy-picture')).size).toBeLessThanOrEqual(2000);
  expect((await bundle('panels')).size).toBeLessThanOrEqual(1000);
  expect((await bundle('models/builders')).size).toBeLessThanOrEqual(6000);
});
