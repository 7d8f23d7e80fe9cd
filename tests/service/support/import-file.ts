import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importComments } from '../../../src/comments/exchange/import-comments.ts';
import { type ImportReport, newReport } from '../../../src/comments/exchange/import-report.ts';
import { pageMatcher } from '../../../src/comments/exchange/match-page.ts';
import type { ImportRules } from '../../../src/comments/exchange/prepare-comment.ts';
import type { Format } from '../../../src/comments/exchange/read-source.ts';
import { readTutorials } from '../../../src/comments/service/open-service.ts';
import type { ExportedComment } from '../../../src/comments/store/exchange-store.ts';
import type { CommentStore } from '../../../src/comments/store/store.ts';

export interface ImportHow extends Partial<ImportRules> {
  readonly map?: Readonly<Record<string, string>>;
  readonly format?: Format;
  readonly dryRun?: boolean;
  /** Filled as the import goes, for one that fails. */
  readonly report?: ImportReport;
}

/** Imports a text, or bytes, as the operator's command does a file. */
export async function importText(
  store: CommentStore,
  content: string | Uint8Array,
  { map = {}, format, dryRun = false, report = newReport(), ...rules }: ImportHow = {},
): Promise<ImportReport> {
  const folder = mkdtempSync(join(tmpdir(), 'strates-import-'));
  const file = join(folder, 'export');
  writeFileSync(file, content);
  const match = pageMatcher(readTutorials().values(), new Map(Object.entries(map)));
  const avatarOf = (email: string) => `avatar of ${email}`;
  const defaults: ImportRules = { match, locale: null, state: null, only: null, avatarOf };
  try {
    const work = { store, file, format: format ?? null, dryRun, rules: { ...defaults, ...rules } };
    await importComments(work, report);
    return report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Everything that a store holds, in the order of an export. */
export async function everything(store: CommentStore): Promise<readonly ExportedComment[]> {
  const pages = await Array.fromAsync(store.exportComments({ to: 'millisecond' }));
  return pages.flat();
}
