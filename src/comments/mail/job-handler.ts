import type { Service } from '../service/service.ts';
import type { Job } from '../store/outbox-store.ts';
import type { Instant } from '../store/store.ts';
import type { Mail } from './mail.ts';
import type { Mailer } from './mailer.ts';

export interface JobInHand {
  readonly service: Service;
  readonly job: Job;
  /** Aborted when the process must end, or has lost the job. */
  readonly signal: AbortSignal;
}

/**
 * Does the jobs of one kind. Nothing returned: done. An instant: not yet, again then. What it
 * throws makes it be tried again, later each time; a permanent {@link JobError} gives it up. It may
 * run twice for one job, when a process died in the middle.
 */
export type JobHandler = (inHand: JobInHand) => Promise<Instant | undefined>;

/** By the kind of their jobs. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** What a mail is made from when it is sent: null when there is no more reason to send it. */
export type ComposeMail = (inHand: JobInHand) => Promise<Mail | Instant | null>;

/** Sends what `compose` makes, under a Message-ID that stays the same if it is sent again. */
export function mailHandler(mailer: Mailer, compose: ComposeMail): JobHandler {
  return async (inHand) => {
    const mail = await compose(inHand);
    if (typeof mail === 'number') return mail;
    if (mail === null) return undefined;
    await mailer.send(mail, inHand.job.id, inHand.signal);
    const { store, now } = inHand.service;
    if (mail.counts) await store.allow({ ...mail.counts, now: now() });
    return undefined;
  };
}
