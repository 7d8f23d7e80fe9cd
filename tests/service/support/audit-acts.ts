import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = 'src/comments';

/**
 * Every code that the source writes into the audit, found where it is written: an act that nobody
 * gave a sentence to is found as well.
 */
export const WRITTEN_ACTS: readonly string[] = [
  ...new Set(
    readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => actsIn(readFileSync(join(ROOT, file), 'utf8'))),
  ),
].sort();

function actsIn(source: string): readonly string[] {
  const named = source.matchAll(/(?<!function )auditAct\([^;]*?'([a-z-]+)'/g);
  if (!/addAudit\(|insertInto\('audit'\)/.test(source))
    return [...named].map(([, act]) => act ?? '');
  const written = source.matchAll(/\bact: '([a-z-]+)'/g);
  return [...named, ...written].map(([, act]) => act ?? '');
}
