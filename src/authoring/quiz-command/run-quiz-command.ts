import { AuthoringError } from '../problem.ts';
import type { QuizCommand, Said } from './quiz-command.ts';

/** Runs the command that `args` begin with; usage for `--help`, and for what makes no sense. */
export async function runQuizCommand(
  commands: Readonly<Record<string, QuizCommand>>,
  [name = '', ...args]: readonly string[],
): Promise<Said> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const asked = ['--help', '-h', 'help'].includes(name);
    const unknown = name === '' || asked ? [] : [`There is no command ${name}.`, ''];
    const usage = usageOf(Object.values(commands));
    return asked ? { out: `${usage}\n` } : { notes: [...unknown, usage], failed: true };
  }
  if (args.includes('--help') || args.includes('-h')) return { out: `${usageOf([command])}\n` };
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The faults of a course are no fault of the command line.
    const usage = error instanceof AuthoringError ? [] : ['', usageOf([command])];
    return { notes: [error.message, ...usage], failed: true };
  }
}

function usageOf(commands: readonly QuizCommand[]): string {
  return commands.map(({ usage }) => `npm run quiz -- ${usage}`).join('\n\n');
}
