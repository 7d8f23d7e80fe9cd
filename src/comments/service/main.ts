import { createCommentsApp } from './app.ts';
import { openService } from './open-service.ts';
import { readSettings } from './read-settings.ts';
import { runProgram, runUntilStopped } from './run-until-stopped.ts';
import { welcome } from './welcome.ts';

/** `npm run comments`: the service alone, for a site that lives on another host. */
await runProgram(async () => {
  const service = await openService(readSettings(process.env, { alone: true }));
  await runUntilStopped(service, createCommentsApp(service), async (port) => {
    console.log(await welcome(service, port, 'Comments service'));
  });
});
