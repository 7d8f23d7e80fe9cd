import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = join(ROOT, 'tests/service/support/service-process.ts');

export interface RunningProcess {
  readonly base: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** The service in processes that start in no time: bundled once, compiled once. */
export interface KillableService {
  readonly start: (env: Readonly<Record<string, string>>) => Promise<RunningProcess>;
  readonly remove: () => void;
}

/** Bundles `service-process.ts` into a folder in which the service finds what it reads. */
export async function bundleService(): Promise<KillableService> {
  const folder = mkdtempSync(join(tmpdir(), 'strates-bundle-'));
  const place = join(folder, 'src/comments/service');
  symlinkSync(join(ROOT, 'content'), join(folder, 'content'));
  symlinkSync(join(ROOT, 'public'), join(folder, 'public'));
  // What it sends to browsers it reads beside itself.
  cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true });
  const program = join(place, 'service-process.mjs');
  await build({
    entryPoints: [PROGRAM],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
  });
  return {
    start: (env) => start(program, { ...env, NODE_COMPILE_CACHE: join(folder, 'cache') }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningProcess> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  const base = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    void ended.then(() => {
      reject(new Error(`The service did not start:\n${complaints}`));
    });
  });
  child.stdout.resume();
  return {
    base,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
