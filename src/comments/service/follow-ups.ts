import { moderatorMailJobs } from '../mail/moderator-jobs.ts';
import { announceJobs } from '../personal/personal-jobs.ts';
import { rebuildJobs } from '../rebuild/rebuild-jobs.ts';
import type { NewJob } from '../store/outbox-store.ts';
import type { Decision, Instant, JobsOf } from '../store/store.ts';
import type { Service } from './service.ts';

type AfterDecision = (service: Service, decision: Decision) => readonly NewJob[];

/** What follows from a decision or from undoing it. A feature that acts on decisions adds a row. */
const AFTER_DECISION: readonly AfterDecision[] = [
  (service, { to, changes }) =>
    to === 'approved' || changes.some(({ from }) => from === 'approved')
      ? rebuildJobs(service)
      : [],
  ({ settings }, decision) => (settings.mail === null ? [] : announceJobs(decision)),
];

/** For `decide` and `undo`: the jobs that go along with them. */
export function jobsAfterDecision(service: Service): JobsOf {
  return (decision) => AFTER_DECISION.flatMap((jobs) => jobs(service, decision));
}

/** For `addComment`: the jobs that go along with a comment that waits, posted at `createdAt`. */
export function jobsAfterPosting(
  service: Pick<Service, 'settings' | 'store'>,
  createdAt: Instant,
): Promise<readonly NewJob[]> {
  return moderatorMailJobs(service, createdAt);
}

/** For whatever else changes what is published: a comment taken back, edited, closed. */
export function jobsAfterPublicChange(service: Service): readonly NewJob[] {
  return rebuildJobs(service);
}
