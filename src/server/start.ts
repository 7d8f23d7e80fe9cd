import { openService } from '../comments/service/open-service.ts';
import { readSettings, SettingsError } from '../comments/service/read-settings.ts';
import { runProgram, runUntilStopped } from '../comments/service/run-until-stopped.ts';
import { welcome } from '../comments/service/welcome.ts';
import { buildSite, SITE_FOLDER } from './build-site.ts';
import { liveSite } from './live-site.ts';
import { rebuildSite } from './rebuild-site.ts';
import { siteWithComments } from './site-with-comments.ts';

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
  const site = liveSite(SITE_FOLDER);
  await runUntilStopped(
    service,
    siteWithComments(service, site),
    async (port) => {
      console.log(await welcome(service, port, 'Strates'));
    },
    { 'rebuild-site': rebuildSite(site) },
  );
});
