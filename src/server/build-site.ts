import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Service } from '../comments/service/service.ts';
import { sha256 } from '../comments/service/token.ts';
import { closedThreads } from '../comments/spam/closed-threads.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SITE_FOLDER = join(ROOT, 'dist');

/** Says what a build was made for: one of `npm run build` has none, and knows of no service. */
const STAMP = join(SITE_FOLDER, '.built-by-start');

const SOURCES = ['astro.config.mjs', 'content', 'package-lock.json', 'public', 'src'];

/**
 * Builds the site with the comments form and the comments approved so far, unless a build with the
 * same comments, for the same address, is newer than every source.
 */
export async function buildSite(service: Service, signal?: AbortSignal): Promise<'built' | 'kept'> {
  const { store, settings } = service;
  const approved = JSON.stringify({
    mail: settings.mail !== null,
    closed: await closedThreads(service),
    comments: await store.approvedComments(),
  });
  const stamp = JSON.stringify({ site: settings.siteUrl.origin, comments: sha256(approved) });
  if (isFresh(stamp)) return 'kept';
  const file = resolve(settings.dataDir, 'approved.json');
  writeFileSync(file, approved);
  const env = {
    SITE_URL: settings.siteUrl.origin,
    COMMENTS_URL: '/',
    COMMENTS_FILE: file,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  await run([join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'], env, signal);
  writeFileSync(STAMP, stamp);
  return 'built';
}

function isFresh(stamp: string): boolean {
  try {
    if (readFileSync(STAMP, 'utf8') !== stamp) return false;
    const built = statSync(STAMP).mtimeMs;
    return SOURCES.every((source) => newest(join(ROOT, source)) < built);
  } catch {
    // Nothing was built yet, or a source went away while we looked.
    return false;
  }
}

/** When the youngest file of a folder, or the folder itself, was changed. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(path, { recursive: true }) as string[];
  return entries.reduce(
    (latest, entry) => Math.max(latest, statSync(join(path, entry)).mtimeMs),
    stat.mtimeMs,
  );
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      ...(signal && { signal }),
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`The site could not be built (${signal ?? `exit code ${code}`}).`));
    });
  });
}
