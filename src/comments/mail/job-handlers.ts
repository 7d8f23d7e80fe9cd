import { type ComposeMail, type JobHandlers, mailHandler } from './job-handler.ts';
import type { Mailer } from './mailer.ts';

/** What composes each kind of mail. A feature that mails adds a row. */
const MAILS: Readonly<Record<string, ComposeMail>> = {};

/** Who does which jobs in a process that has this mailer; jobs of other kinds wait for another process. */
export function jobHandlers(mailer: Mailer | null): JobHandlers {
  if (mailer === null) return {};
  return Object.fromEntries(
    Object.entries(MAILS).map(([kind, compose]) => [kind, mailHandler(mailer, compose)]),
  );
}
