import type { Service } from '../service/service.ts';
import type { JobHandlers } from './job-handler.ts';
import { jobHandlers } from './job-handlers.ts';
import { createMailer } from './mailer.ts';
import { type OutboxRunner, type RunnerOptions, startOutbox } from './outbox-runner.ts';

/** Does in this process what its settings let it do of the outbox; `more` are jobs of its own. */
export function startServiceOutbox(
  service: Service,
  more: JobHandlers = {},
  options: RunnerOptions = {},
): OutboxRunner {
  const { mail } = service.settings;
  const mailer = mail === null ? null : createMailer(mail);
  const runner = startOutbox(service, { ...jobHandlers(service, mailer), ...more }, options);
  return {
    async stop() {
      await runner.stop();
      mailer?.close();
    },
  };
}
