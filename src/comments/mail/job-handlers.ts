import { announceReply } from '../personal/announce-reply.ts';
import { composeConfirmation } from '../personal/compose-confirmation.ts';
import { composePersonalLink } from '../personal/compose-personal-link.ts';
import { composeReply } from '../personal/compose-reply.ts';
import { PERSONAL_JOBS } from '../personal/personal-jobs.ts';
import { rebuildHandlers } from '../rebuild/rebuild-handlers.ts';
import type { Service } from '../service/service.ts';
import { akismetHandlers } from '../spam/akismet-handlers.ts';
import { type ComposeMail, type JobHandlers, mailHandler } from './job-handler.ts';
import type { Mailer } from './mailer.ts';
import { composeModeratorMail } from './moderator-mail.ts';

/** What composes each kind of mail. A feature that mails adds a row. */
const MAILS: Readonly<Record<string, ComposeMail>> = {
  'moderator-mail': composeModeratorMail,
  [PERSONAL_JOBS.confirm]: composeConfirmation,
  [PERSONAL_JOBS.link]: composePersonalLink,
  [PERSONAL_JOBS.reply]: composeReply,
};

/**
 * Who does which jobs in a process with these settings; jobs of other kinds wait for another
 * process. A feature with jobs that are no mails adds its handlers.
 */
export function jobHandlers({ settings }: Service, mailer: Mailer | null): JobHandlers {
  return {
    ...(mailer !== null && mailHandlers(mailer)),
    ...rebuildHandlers(settings.rebuild),
    ...akismetHandlers(settings.spam),
  };
}

function mailHandlers(mailer: Mailer): JobHandlers {
  const mails = Object.entries(MAILS).map(
    ([kind, compose]) => [kind, mailHandler(mailer, compose)] as const,
  );
  return { ...Object.fromEntries(mails), [PERSONAL_JOBS.announce]: announceReply };
}
