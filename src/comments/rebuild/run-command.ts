import { type ChildProcess, spawn } from 'node:child_process';
import { JobError } from '../mail/job-error.ts';

/** Milliseconds after which a build hangs. */
const PATIENCE = 30 * 60_000;

/** What the service knows and a build has no need of. */
const KEPT_BACK = [
  'COMMENTS_SECRET',
  'DATABASE_URL',
  'SMTP_URL',
  'REBUILD_SECRET',
  'REBUILD_HOOK',
  'AKISMET_KEY',
];

/**
 * Runs the operator's command line in a shell; what it prints goes where the service's own lines
 * go. Aborted, it ends with all that it started.
 *
 * @throws JobError when it ends with anything but 0.
 */
export function runCommand(command: string, signal: AbortSignal): Promise<void> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !KEPT_BACK.includes(name)),
  );
  // A group of its own, which can be ended as a whole.
  const child = spawn(command, {
    shell: true,
    detached: true,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const until = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const end = (): void => {
    endGroup(child);
  };
  if (until.aborted) end();
  else until.addEventListener('abort', end, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(new JobError('command not run', { cause: error }));
    });
    child.once('exit', (code, killed) => {
      until.removeEventListener('abort', end);
      if (code === 0) resolve();
      else reject(new JobError(`command ${killed ?? code}`));
    });
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
