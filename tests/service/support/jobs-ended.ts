import { setTimeout as wait } from 'node:timers/promises';
import type { RunningService } from './running-service.ts';

/** Resolves when the log of a service tells of `count` jobs that came to something. */
export async function jobsEnded({ log }: RunningService, count: number): Promise<void> {
  while (log.filter((line) => line.includes('"event":"job"')).length < count) await wait(5);
}

/** Resolves when no job is under way or due. */
export async function settled({ service: { store, now, bell } }: RunningService): Promise<void> {
  for (;;) {
    const { oldestDueAt } = await store.outboxState();
    if (oldestDueAt === null || oldestDueAt > now()) return;
    bell?.ring();
    await wait(5);
  }
}
