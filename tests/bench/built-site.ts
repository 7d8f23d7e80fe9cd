import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pages that the budgets of the design speak of, and the lightest one beside them. */
export const BENCH_PATHS = [
  '/fr/tutoriels/virtualisation/',
  '/en/tutorials/hybrid/',
  '/fr/',
] as const;

const PORT = 4399;

/** Runs `npm start`'s own program on a port of its own, with fresh data, while `work` measures it. */
export async function withBuiltSite(work: (siteUrl: string) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'strates-bench-'));
  const siteUrl = `http://localhost:${PORT}`;
  if (await fetch(siteUrl).catch(() => null))
    throw new Error(`Something else answers at ${siteUrl}. Stop it first.`);
  const server = spawn(process.execPath, ['src/server/start.ts'], {
    env: { ...process.env, PORT: String(PORT), DATA_DIR: data, SITE_URL: siteUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await answers(`${siteUrl}/`, server);
    await work(siteUrl);
  } finally {
    server.kill('SIGTERM');
    rmSync(data, { recursive: true, force: true });
  }
}

async function answers(url: string, server: { readonly exitCode: number | null }): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null) break;
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The site did not answer at ${url}.`);
}
