import type { Service } from '../service/service.ts';
import type { Job } from '../store/outbox-store.ts';
import { failureOf, JobError } from './job-error.ts';
import type { JobHandler } from './job-handler.ts';
import { MOST_FAILURES, retryDelay } from './retry-delay.ts';

/** What a job came to, as the log tells it. */
type Outcome = 'done' | 'again' | 'failed' | 'lost';

/**
 * Does one job that this process has, holding its lease meanwhile, and says in the store what
 * became of it. Never rejects. A log line names the kind of the job and nothing of what it holds.
 */
export async function doJob(
  service: Service,
  handler: JobHandler | undefined,
  job: Job,
  { leaseMs, random, stopping }: { leaseMs: number; random: () => number; stopping: AbortSignal },
): Promise<void> {
  const { store, now, log } = service;
  const { kind, attempts } = job;
  const failures = job.failures + 1;
  const lost = new AbortController();
  const holding = setInterval(() => {
    store.holdJob(job, now() + leaseMs).then(
      (ours) => {
        if (!ours) lost.abort();
      },
      () => undefined, // the database is away: the lease may yet last
    );
  }, leaseMs / 3);
  const start = performance.now();
  const tell = (outcome: Outcome, why?: string): void => {
    const ms = Math.round(performance.now() - start);
    log('job', { kind, attempts, outcome, ms, ...(why !== undefined && { why }) });
  };
  try {
    const again = await attempt();
    if (again !== undefined) {
      tell((await store.retryJob(job, { dueAt: again, error: null })) ? 'again' : 'lost');
    } else tell((await store.finishJob(job, now())) ? 'done' : 'lost');
  } catch (thrown) {
    const { error, permanent } = failureOf(thrown);
    await giveBack(error, permanent || failures >= MOST_FAILURES).catch((away: unknown) => {
      // The lease runs out, and then somebody has the job again.
      log('outbox-away', { name: (away as Error).name });
    });
  } finally {
    clearInterval(holding);
  }

  async function attempt() {
    if (!handler) throw new JobError(`no handler for ${kind}`);
    return handler({ service, job, signal: AbortSignal.any([stopping, lost.signal]) });
  }

  async function giveBack(error: string, forGood: boolean): Promise<void> {
    const ours = forGood
      ? await store.failJob(job, { now: now(), error })
      : await store.retryJob(job, { dueAt: now() + retryDelay(failures, random()), error });
    tell(!ours ? 'lost' : forGood ? 'failed' : 'again', error);
  }
}
