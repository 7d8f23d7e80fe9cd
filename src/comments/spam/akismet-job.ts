import type { Service } from '../service/service.ts';
import type { NewJob } from '../store/outbox-store.ts';

/** The kind of the job that asks Akismet; `job-handlers.ts` knows who does it. */
export const AKISMET_JOB = 'akismet';

/** The job that asks Akismet about a comment, once it is stored; none unless the operator wants it. */
export function akismetJobs(
  { settings, now }: Pick<Service, 'settings' | 'now'>,
  comment: string,
): readonly NewJob[] {
  if (settings.spam.akismet === null) return [];
  return [{ kind: AKISMET_JOB, payload: { comment }, dueAt: now() }];
}
