import type { Hono } from 'hono';
import { ExchangeError } from '../exchange/exchange-error.ts';
import type { JobHandlers } from '../mail/job-handler.ts';
import { startServiceOutbox } from '../mail/service-outbox.ts';
import { StoreError } from '../store/store-error.ts';
import { keepSearchable } from './keep-searchable.ts';
import { listen } from './listen.ts';
import { SettingsError } from './read-settings.ts';
import type { Service, ServiceEnv } from './service.ts';

const HOUR = 3_600_000;

/**
 * Serves, and does the jobs of the outbox, until SIGINT or SIGTERM; then answers what is under way,
 * ends the jobs under way, closes the store and returns. `announce` speaks once, when requests are
 * taken. `jobs` are those that only this process does.
 */
export async function runUntilStopped(
  service: Service,
  app: Hono<ServiceEnv>,
  announce: (port: number) => Promise<void> | void,
  jobs: JobHandlers = {},
): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  const { port, stop } = await listen(app, service.settings);
  const outbox = startServiceOutbox(service, jobs);
  const stopIndexing = keepSearchable(service);
  const sweeping = setInterval(() => {
    service.store.sweep(service.now()).catch(() => {
      service.log('sweep-failed');
    });
  }, HOUR);
  try {
    await announce(port);
    await asked;
  } finally {
    clearInterval(sweeping);
    await stop();
    await outbox.stop();
    await stopIndexing();
    await service.store.close();
  }
  service.log('stopped');
}

/** Runs a program of ours; what an operator can mend is said in a line, without a stack. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    console.error(explain(error));
  }
}

/** Errors whose message is all that an operator needs. */
const SAID_PLAINLY = [SettingsError, StoreError, ExchangeError] as const;

function explain(error: unknown): unknown {
  if (SAID_PLAINLY.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `${address ?? ''}:${port ?? ''} is in use. Stop what listens there, or set PORT to another.`;
  return error;
}
