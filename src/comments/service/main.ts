import { createCommentsApp } from './app.ts';
import { openService } from './open-service.ts';
import { runCommand } from './operator-commands.ts';
import { readSettings } from './read-settings.ts';
import { runProgram, runUntilStopped } from './run-until-stopped.ts';
import { welcome } from './welcome.ts';

/**
 * `npm run comments`: the service alone, for a site that lives on another host; with arguments,
 * the operator's commands.
 */
await runProgram(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command !== undefined) {
    await runCommand(command, args);
    return;
  }
  const service = await openService(readSettings(process.env, { alone: true }));
  await runUntilStopped(service, createCommentsApp(service), async (port) => {
    console.log(await welcome(service, port, 'Comments service'));
  });
});
