import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { coded } from '../../../../src/diagrams/flows/coded.ts';
import { readWalk, writeWalk } from '../../../../src/diagrams/flows/walk-state.ts';

const FIRST = { case: 'venom', step: '0' };

describe('the state of a walk in an address', () => {
  test('is read under the id of its flow, over what is shown at first', () => {
    const read = (query: string) => readWalk('incidents', FIRST, new URLSearchParams(query));
    expect(read('')).toEqual(FIRST);
    expect(read('incidents.step=2&pull.step=4')).toEqual({ case: 'venom', step: '2' });
    expect(read('incidents.case=leaky&incidents.other=1')).toEqual({ case: 'leaky', step: '0' });
  });

  test('is written without what is as at first, and leaves the keys of others', () => {
    const written = (query: string, state: Record<string, string>) => {
      const address = new URLSearchParams(query);
      writeWalk('incidents', FIRST, state, address);
      return `${address}`;
    };
    expect(written('pull.step=4', { case: 'runc', step: '1' })).toBe(
      'pull.step=4&incidents.case=runc&incidents.step=1',
    );
    expect(written('incidents.case=runc&incidents.step=1&x=y', FIRST)).toBe('x=y');
  });
});

test('backticks mark code, part by part', () => {
  expect(coded('`docker run` starts `runc`')).toEqual([
    { code: true, text: 'docker run' },
    { code: false, text: ' starts ' },
    { code: true, text: 'runc' },
  ]);
});

test('what walks all flows, and what fetches it, weigh 3 kB at most', async () => {
  const sizes = await Promise.all(
    ['load-flow-walker', 'flow-walker'].map(async (entry) => {
      const { outputFiles } = await build({
        entryPoints: [`src/diagrams/flows/${entry}.ts`],
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2024',
        external: ['./flow-walker.ts'],
        write: false,
      });
      return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThan(100);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(3000);
});
