import { findOrAddModerator, invite } from '../moderation/invitations.ts';
import { cleanEmail, cleanName } from '../policy/index.ts';
import { openService } from './open-service.ts';
import { readSettings } from './read-settings.ts';
import { runProgram } from './run-until-stopped.ts';

const USAGE = `Usage: npm run moderator -- add NAME ADDRESS
Prints a link, good once and for seven days, at which the moderator chooses a password.
For an address that moderates already, the link sets a new password.`;

/** `npm run moderator`. */
await runProgram(async () => {
  const [command, rawName, rawEmail, ...rest] = process.argv.slice(2);
  const name = cleanName(rawName ?? '');
  const email = cleanEmail(rawEmail ?? '');
  if (command !== 'add' || !name.ok || !email.ok || rest.length) {
    process.exitCode = 2;
    console.error(USAGE);
    return;
  }
  const { store, now, settings } = await openService(readSettings(process.env));
  try {
    const who = { name: name.value, email: email.value };
    const moderator = await findOrAddModerator(store, who, now());
    const path = await invite(store, moderator, now());
    console.log(`For ${moderator.name} <${moderator.email}>, once, within seven days:`);
    console.log(settings.publicUrl.origin + path);
  } finally {
    await store.close();
  }
});
