import type { Service } from '../service/service.ts';
import type { Job } from '../store/outbox-store.ts';
import { doJob } from './do-job.ts';
import type { JobHandlers } from './job-handler.ts';

/** Jobs that one process does at a time. */
const AT_ONCE = 4;

/** Milliseconds after which a process looks for jobs that others added. */
const LOOK_EVERY = 5000;

/** Milliseconds between two looks at the least, whatever the store says is due. */
const PAUSE = 100;

/** How long work under way may take once we are asked to stop; then it is broken off. */
const PATIENCE = 10_000;

export interface OutboxRunner {
  /** Takes no further job and resolves when those under way are done, or broken off. */
  stop(): Promise<void>;
}

export interface RunnerOptions {
  readonly atOnce?: number;
  readonly lookEveryMs?: number;
  readonly patienceMs?: number;
  /** How long a job stays with a process that no longer says that it has it. */
  readonly leaseMs?: number;
  readonly random?: () => number;
}

/**
 * Does the jobs of the outbox for which there are handlers, some at a time, as they fall due, until
 * it is stopped. It looks for them when the service's bell rings, when the next is due, and every
 * few seconds. Whatever happens to a job or to the database, it goes on.
 */
export function startOutbox(
  service: Service,
  handlers: JobHandlers,
  options: RunnerOptions = {},
): OutboxRunner {
  const { atOnce = AT_ONCE, lookEveryMs = LOOK_EVERY, patienceMs = PATIENCE } = options;
  const { store, now, log } = service;
  const kinds = Object.keys(handlers);
  const under = new Set<Promise<void>>();
  const stopping = new AbortController();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = (): void => {
    if (stopped) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    clearTimeout(timer);
    looking = look().finally(() => {
      looking = null;
      if (!lookAgain) return;
      lookAgain = false;
      wake();
    });
  };

  const look = async (): Promise<void> => {
    let pause = lookEveryMs;
    try {
      await fill();
      const next = under.size < atOnce ? await store.nextJobAt(kinds) : null;
      if (next !== null) pause = Math.min(pause, Math.max(PAUSE, next - now()));
    } catch (error) {
      log('outbox-away', { name: (error as Error).name });
    }
    if (!stopped) timer = setTimeout(wake, pause);
  };

  const fill = async (): Promise<void> => {
    while (!stopped && under.size < atOnce) {
      const leaseMs = options.leaseMs ?? LEASE;
      const jobs = await store.claimJobs({
        kinds,
        now: now(),
        limit: atOnce - under.size,
        leaseMs,
      });
      if (jobs.length === 0) return;
      jobs.forEach(begin);
    }
  };

  const begin = (job: Job): void => {
    const work = doJob(service, handlers[job.kind], job, {
      leaseMs: options.leaseMs ?? LEASE,
      random: options.random ?? Math.random,
      stopping: stopping.signal,
    }).finally(() => {
      under.delete(work);
      wake();
    });
    under.add(work);
  };

  const quiet = kinds.length === 0 ? () => undefined : service.bell?.listen(wake);
  if (kinds.length > 0) wake();
  return {
    async stop() {
      stopped = true;
      quiet?.();
      clearTimeout(timer);
      await looking;
      const lastCall = setTimeout(() => {
        stopping.abort();
      }, patienceMs);
      await Promise.all(under);
      clearTimeout(lastCall);
    },
  };
}

/** Long enough for a slow mail server between two signs of life. */
const LEASE = 60_000;
