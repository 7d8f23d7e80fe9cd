import { Hono } from 'hono';
import { createCommentsApp } from '../comments/service/app.ts';
import { openService } from '../comments/service/open-service.ts';
import { readSettings, SettingsError } from '../comments/service/read-settings.ts';
import { runProgram, runUntilStopped } from '../comments/service/run-until-stopped.ts';
import type { ServiceEnv } from '../comments/service/service.ts';
import { welcome } from '../comments/service/welcome.ts';
import { buildSite, SITE_FOLDER } from './build-site.ts';
import { serveSite } from './serve-site.ts';

/** `npm start`: builds the site, then serves it with the comments service on one port. */
await runProgram(async () => {
  const settings = readSettings(process.env);
  if (settings.publicUrl.origin !== settings.siteUrl.origin)
    throw new SettingsError(
      'Wrong configuration:\n  COMMENTS_URL: npm start serves the site and the comments at one ' +
        'address. Leave it unset, or run npm run comments beside a static host.',
    );
  const service = await openService(settings);
  await buildSite(service);
  const app = new Hono<ServiceEnv>();
  const comments = createCommentsApp(service);
  app.all('/comments/*', (c) => comments.fetch(c.req.raw, c.env));
  app.all('/moderation/*', (c) => comments.fetch(c.req.raw, c.env));
  app.route('/', serveSite(SITE_FOLDER));
  await runUntilStopped(service, app, async (port) => {
    console.log(await welcome(service, port, 'Strates'));
  });
});
