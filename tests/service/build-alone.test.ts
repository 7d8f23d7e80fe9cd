import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from '../support/project-copy.ts';

const OBSERVER = join(import.meta.dirname, 'support/observe-reach.ts');

let project: ProjectCopy;
beforeAll(() => {
  project = copyProject();
});
afterAll(() => {
  project.remove();
});

/**
 * Runs a shell command as `npm run` does, on a machine that has Node and our packages and nothing
 * else; answers whom it called: `net NAME` or `child PROGRAM`.
 */
function observed(command: string): readonly string[] {
  const log = join(project.folder, 'observed.log');
  writeFileSync(log, '');
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: project.folder,
    env: {
      PATH: join(project.folder, 'node_modules/.bin'),
      HOME: project.folder,
      NODE_OPTIONS: `--permission-audit --import=${OBSERVER}`,
      OBSERVED: log,
    },
    encoding: 'utf8',
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  return readFileSync(log, 'utf8').split('\n').filter(Boolean);
}

/** Every file of a folder with its content. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    files.sort().map((file) => [file.slice(folder.length), readFileSync(file, 'base64')]),
  );
}

test('what a program asks for is seen', () => {
  const calls = `
    fetch('http://strates.invalid/').catch(() => undefined);
    require('node:net').connect(1, '127.0.0.1').on('error', () => undefined);
    require('node:child_process').spawnSync('chromium');`;
  expect(observed(`node -e "${calls}"`).toSorted()).toEqual([
    'child chromium',
    'net 127.0.0.1',
    'net strates.invalid',
  ]);
});

test('`npm run build` asks for no address and starts no browser', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { build: string };
  };
  const calls = observed(scripts.build);
  expect(contentsOf(join(project.folder, 'dist')).has('/fr/index.html')).toBe(true);
  // The bundler of scripts is a program of its own.
  expect(calls.filter((call) => !/^child \S+\/@esbuild\/[\w-]+\/bin\/esbuild$/.test(call))).toEqual(
    [],
  );
});

test('two builds at once come to the same site, to the byte', async () => {
  const other = copyProject();
  try {
    rmSync(join(project.folder, 'dist'), { recursive: true });
    await Promise.all([project.build(), other.build()]);
    const [one, two] = [project, other].map(({ folder }) => contentsOf(join(folder, 'dist')));
    expect(one?.size).toBeGreaterThan(20);
    expect(two).toEqual(one);
  } finally {
    other.remove();
  }
});
