import { Hono } from 'hono';
import { createCommentsApp } from '../../../src/comments/service/app.ts';
import { listen } from '../../../src/comments/service/listen.ts';
import { openService } from '../../../src/comments/service/open-service.ts';
import { readSettings } from '../../../src/comments/service/read-settings.ts';
import type { ServiceEnv } from '../../../src/comments/service/service.ts';
import { serveSite } from '../../../src/server/serve-site.ts';
import { NO_LIMITS } from '../../support/no-limits.ts';

// The service and a folder of files in one process, without limits and without a log.
const opened = await openService(readSettings(process.env, { alone: true }));
const service = { ...opened, limits: NO_LIMITS, log: () => undefined };
const app = new Hono<ServiceEnv>();
const comments = createCommentsApp(service);
app.all('/comments/*', (c) => comments.fetch(c.req.raw, c.env));
app.route('/', serveSite(process.env['SITE_FOLDER'] ?? ''));
const { port } = await listen(app, service.settings);
process.stdout.write(`http://127.0.0.1:${port}\n`);
