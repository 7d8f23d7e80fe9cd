import { mailHandler } from '../../../src/comments/mail/job-handler.ts';
import { createMailer } from '../../../src/comments/mail/mailer.ts';
import { startServiceOutbox } from '../../../src/comments/mail/service-outbox.ts';
import { createCommentsApp } from '../../../src/comments/service/app.ts';
import { listen } from '../../../src/comments/service/listen.ts';
import { openService } from '../../../src/comments/service/open-service.ts';
import { readSettings } from '../../../src/comments/service/read-settings.ts';
import { NO_LIMITS } from '../../support/no-limits.ts';

/**
 * The service and its outbox until it is killed, with the environment's settings. `CLOCK` sets its
 * clock ahead, `LEASE` says how long a job stays with a process that died; both in milliseconds.
 * Jobs of the kind `greeting` mail whom their payload names.
 */
const { CLOCK = '0', LEASE = '60000' } = process.env;
const opened = await openService(readSettings(process.env, { alone: true }));
const service = { ...opened, limits: NO_LIMITS, now: () => Date.now() + Number(CLOCK) };
const { mail } = service.settings;
if (mail === null) throw new Error('SMTP_URL is not set');
const greeting = mailHandler(createMailer(mail), ({ job }) =>
  Promise.resolve({ to: String(job.payload), locale: 'en', subject: 'Hello', blocks: [] }),
);
startServiceOutbox(service, { greeting }, { leaseMs: Number(LEASE), lookEveryMs: 50 });
const { port } = await listen(createCommentsApp(service), service.settings);
console.log(`listens on ${port}`);
