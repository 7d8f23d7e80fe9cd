import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** One entry as a page gets it: bundled, minified, with what it imports. */
async function bundle(entry: string) {
  const { outputFiles, metafile } = await build({
    entryPoints: [`src/diagrams/${entry}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    external: ['./stack-explorer.ts'],
    write: false,
    metafile: true,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return { size: gzipSync(code, { level: 9 }).length, files: Object.keys(metafile.inputs) };
}

test('the explorer of all stacks, with layout and advances, weighs 6 kB at most', async () => {
  const { size, files } = await bundle('stack-explorer');
  expect(size).toBeLessThanOrEqual(6000);
  expect(files.filter((file) => !file.startsWith('src/diagrams/'))).toEqual([]);
});

test('what runs before anyone asks weighs 0.7 kB at most', async () => {
  const { size, files } = await bundle('load-stack-explorer');
  expect(size).toBeLessThanOrEqual(700);
  expect(files.toSorted()).toEqual(['src/diagrams/load-stack-explorer.ts', 'src/lib/once-near.ts']);
});
