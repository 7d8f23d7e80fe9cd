import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';

/** Leaves out what lies outside the folder of the bench, and what is fetched later. */
const beyond: Plugin = {
  name: 'beyond',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.\// }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** An entry of the bench as a page gets it, without what explorers of stacks have as well. */
async function weigh(entry: string) {
  const { outputFiles, metafile } = await build({
    entryPoints: [`src/diagrams/workbench/${entry}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    plugins: [beyond],
    write: false,
    metafile: true,
  });
  // The page's own build names what is shared once, in short.
  const code = outputFiles[0]?.text.replaceAll(/import\{[^}]*\}from"\.\.[^"]*";/g, '') ?? '';
  return { size: gzipSync(code, { level: 9 }).length, files: Object.keys(metafile.inputs) };
}

test('the bench weighs 6 kB at most beyond what draws every stack', async () => {
  const { size, files } = await weigh('stack-workbench');
  expect(size).toBeLessThanOrEqual(6000);
  expect(files.filter((file) => !file.startsWith('src/diagrams/workbench/'))).toEqual([]);
});

test('what runs before anyone builds weighs 0.4 kB at most', async () => {
  const { size } = await weigh('load-workbench');
  expect(size).toBeLessThanOrEqual(400);
});
