import { spawn } from 'node:child_process';

/** Runs a test file of `npm test` for longer than `npm test` has time for. */
export function longTest(file: string, env: Readonly<Record<string, string>>): () => Promise<void> {
  return async () => {
    const args = ['vitest', 'run', '--config', '.config/vitest.config.ts', '--project', 'service'];
    const child = spawn('npx', [...args, file, '--testTimeout=3600000', '--hookTimeout=3600000'], {
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    if (code !== 0) process.exitCode = 1;
  };
}
