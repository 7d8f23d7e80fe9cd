import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { runQuizCommand } from './run-quiz-command.ts';

/** `npm run quiz -- <command>`; a command to come is one more entry. */
const COMMANDS = {
  export: exportCommand,
  import: importCommand,
};

const { out, notes = [], failed = false } = await runQuizCommand(COMMANDS, process.argv.slice(2));
for (const note of notes) process.stderr.write(`${note}\n`);
if (out !== undefined) process.stdout.write(out);
if (failed) process.exitCode = 1;
