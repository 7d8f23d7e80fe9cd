import type { Locale } from '../../i18n/locales.ts';
import type { NewJob } from '../store/outbox-store.ts';
import type { Decision, Instant } from '../store/store.ts';

/** The kinds of jobs of this folder; `job-handlers.ts` knows who does them. */
export const PERSONAL_JOBS = {
  confirm: 'confirm-address',
  link: 'personal-link',
  announce: 'announce-reply',
  reply: 'reply',
} as const;

/**
 * An approval that is undone within this time was never one: nobody is told of it. A little longer
 * than the undo button stays.
 */
const SECOND_THOUGHTS = 20_000;

/** Asks the owner of an address to confirm it; whether there is a reason is looked up when it is sent. */
export function confirmJob(ask: {
  readonly email: string;
  readonly comment: string;
  readonly locale: Locale;
  readonly now: Instant;
}): NewJob {
  const { email, comment, locale, now } = ask;
  const subject = email.toLowerCase();
  return {
    kind: PERSONAL_JOBS.confirm,
    dedupe: `${PERSONAL_JOBS.confirm} ${subject}`,
    subject,
    payload: { email, comment, locale },
    dueAt: now,
  };
}

/**
 * Mails the link to what is held on an address. Added for every address that is typed, so that
 * neither the answer nor its time tells whether anything is held: that is looked up later.
 */
export function personalLinkJob(ask: {
  readonly email: string;
  readonly locale: Locale;
  readonly now: Instant;
}): NewJob {
  const { email, locale, now } = ask;
  const subject = email.toLowerCase();
  return {
    kind: PERSONAL_JOBS.link,
    dedupe: `${PERSONAL_JOBS.link} ${subject}`,
    subject,
    payload: { email, locale },
    dueAt: now,
  };
}

/** What follows from a comment's approval: those who wait for replies may have one. */
export function announceJob(comment: string, now: Instant): NewJob {
  return {
    kind: PERSONAL_JOBS.announce,
    dedupe: `${PERSONAL_JOBS.announce} ${comment}`,
    payload: { comment },
    dueAt: now + SECOND_THOUGHTS,
    createdAt: now,
  };
}

/** The same for all comments that a decision approved. */
export function announceJobs({ to, at, changes }: Decision): readonly NewJob[] {
  return to === 'approved' ? changes.map(({ comment }) => announceJob(comment, at)) : [];
}

/** Tells one subscriber of one reply. */
export function replyJob(
  tell: { readonly subscription: string; readonly key: string; readonly comment: string },
  now: Instant,
): NewJob {
  const { subscription, key, comment } = tell;
  return {
    kind: PERSONAL_JOBS.reply,
    subject: key,
    payload: { subscription, comment },
    dueAt: now,
  };
}
