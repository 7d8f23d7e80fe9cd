import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

/*
 * Loaded into a program before its own code, with `--permission-audit`: Node then tells of each
 * process that it starts and each name or address that it asks for, and each becomes a line of the
 * file that `OBSERVED` names. A server that it opens has no name and is no line.
 */
const file = process.env['OBSERVED'] ?? '';
for (const kind of ['net', 'child'])
  subscribe(`node:permission-model:${kind}`, (message) => {
    const { resource } = message as { resource: string };
    if (resource !== '') appendFileSync(file, `${kind} ${resource}\n`);
  });
