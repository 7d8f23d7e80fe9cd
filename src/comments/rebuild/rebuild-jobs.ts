import type { Service } from '../service/service.ts';
import type { NewJob } from '../store/outbox-store.ts';

/** The longest that changes without end put a rebuild off, in delays. */
const MOST_DELAYS = 10;

/**
 * The jobs that build the static pages anew, in each way that the operator chose: once nothing has
 * changed for a while, one at a time for all processes.
 */
export function rebuildJobs({
  settings: { rebuild },
  now,
}: Pick<Service, 'settings' | 'now'>): readonly NewJob[] {
  const ways = {
    'rebuild-hook': rebuild.hook !== null,
    'rebuild-command': rebuild.command !== null,
    'rebuild-site': rebuild.inPlace,
  };
  const createdAt = now();
  return Object.entries(ways).flatMap(([kind, chosen]) =>
    chosen
      ? {
          kind,
          dedupe: kind,
          payload: {},
          createdAt,
          dueAt: createdAt + rebuild.delayMs,
          debounceMs: rebuild.delayMs * MOST_DELAYS,
        }
      : [],
  );
}
