import { moderatorCommand, USAGE } from '../accounts/moderator-commands.ts';
import { openService } from './open-service.ts';
import { readSettings } from './read-settings.ts';
import { runProgram } from './run-until-stopped.ts';

/** `npm run moderator`. */
await runProgram(async () => {
  const command = moderatorCommand(process.argv.slice(2));
  if (!command) {
    process.exitCode = 2;
    console.error(USAGE);
    return;
  }
  const service = await openService(readSettings(process.env));
  try {
    const { text, done } = await command(service);
    if (!done) process.exitCode = 1;
    (done ? console.log : console.error)(text);
  } finally {
    await service.store.close();
  }
});
