import { checkCommand } from './check.ts';
import { coverageCommand } from './coverage.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { runQuizCommand } from './run-quiz-command.ts';
import { schemaCommand } from './schema.ts';

/** `npm run quiz -- <command>`; a command to come is one more entry. */
const COMMANDS = {
  check: checkCommand,
  coverage: coverageCommand,
  export: exportCommand,
  import: importCommand,
  schema: schemaCommand,
};

const { out, notes = [], failed = false } = await runQuizCommand(COMMANDS, process.argv.slice(2));
for (const note of notes) process.stderr.write(`${note}\n`);
if (out !== undefined) process.stdout.write(out);
if (failed) process.exitCode = 1;
