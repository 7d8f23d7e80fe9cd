import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** What a build reads. Tests, data and earlier builds stay behind. */
const PARTS = [
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.json',
];

/** A copy of the project, as a fresh clone after `npm ci`. */
export interface ProjectCopy {
  readonly folder: string;
  /**
   * Runs `astro build` there; resolves to what it printed. `args` go to it; `env` is added to ours.
   * Rejects with the output when the build fails.
   */
  readonly build: (
    env?: Readonly<Record<string, string>>,
    args?: readonly string[],
  ) => Promise<string>;
  readonly remove: () => void;
}

/**
 * Copies the project, and `more` of its paths, into a folder of its own. Astro keeps its caches and
 * the chunks that it renders with inside the project: builds of two copies never meet.
 */
export function copyProject(...more: readonly string[]): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'strates-project-'));
  for (const part of [...PARTS, ...more])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: isSource });
  linkPackages(folder);
  return {
    folder,
    build: (env, args) => build(folder, env, args),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gives `folder` all installed packages by links, and caches of its own beside them. */
export function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  const packages = readdirSync(join(ROOT, 'node_modules')).filter(
    (name) => !name.startsWith('.') || name === '.bin',
  );
  for (const name of packages)
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
}

function isSource(path: string): boolean {
  return !/\/(?:node_modules|dist|\.astro)$/.test(path.slice(ROOT.length));
}

/** Not spawnSync: a build may ask a comments service that runs in this very process. */
async function build(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(cwd, 'node_modules/astro/bin/astro.mjs'), 'build', ...args],
    {
      cwd,
      env: {
        ...process.env,
        // Vitest sets it to `test`.
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        ...env,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The site could not be built.\n${output}`);
  return output;
}
