import { startServiceOutbox } from '../../../src/comments/mail/service-outbox.ts';
import { createCommentsApp } from '../../../src/comments/service/app.ts';
import { listen } from '../../../src/comments/service/listen.ts';
import { openService } from '../../../src/comments/service/open-service.ts';
import { readSettings } from '../../../src/comments/service/read-settings.ts';
import { NO_LIMITS } from '../../support/no-limits.ts';

// The service as `npm run comments` runs it, without limits and without a log, for those who kill
// it. Jobs of a process that died are taken anew after a second: there are many deaths here.
const opened = await openService(readSettings(process.env, { alone: true }));
const service = { ...opened, limits: NO_LIMITS, log: () => undefined };
const { port } = await listen(createCommentsApp(service), service.settings);
startServiceOutbox(service, {}, { leaseMs: 1000 });
process.stdout.write(`http://127.0.0.1:${port}\n`);
