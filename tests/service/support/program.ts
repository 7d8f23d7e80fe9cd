import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Program {
  readonly child: ChildProcess;
  /** Everything it printed so far, on both streams. */
  readonly output: () => string;
  /** Resolves when it has printed `pattern`; rejects with its output when it ends without. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

/** Runs one of our programs as npm does, with an environment of its own; `cwd` is the project. */
export function runProgram(
  file: string,
  {
    args = [],
    env = {},
    cwd = ROOT,
  }: { args?: readonly string[]; env?: Record<string, string>; cwd?: string } = {},
): Program {
  const child = spawn(process.execPath, [file, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      text += data.toString();
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match) resolve(match);
      };
      listeners.add(look);
      look();
      void ended.then((code) => {
        reject(new Error(`${file} ended with ${code}:\n${text}`));
      });
    });
  return { child, output: () => text, printed, ended };
}
