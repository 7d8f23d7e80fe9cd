import { existsSync, rmSync } from 'node:fs';
import { backUpFile } from './back-up-file.ts';
import { copyStore, type TableCopy } from './copy-store.ts';
import { openDatabase } from './open-database.ts';

/** What was restored, and where what it took the place of is kept; null when there was nothing. */
export interface Restored {
  readonly copies: readonly TableCopy[];
  readonly replaced: string | null;
}

/**
 * Puts the rows of a backup, of this release or an earlier one, into `file`, in one transaction. A
 * database that has rows is refused, unless `keep` names a new file for a backup of it.
 *
 * @throws StoreError `not-empty`, `damaged`, `no-database`, `newer-database`.
 */
export async function restoreFile(
  from: string,
  file: string,
  keep: string | null,
): Promise<Restored> {
  // A backup is never written to: an older one is brought up to date in a copy.
  const copy = `${file}.${process.pid}.restoring`;
  try {
    await backUpFile(from, copy);
    const source = await openDatabase({ file: copy });
    try {
      return await putBack(source, file, keep);
    } finally {
      await source.destroy();
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
}

async function putBack(
  source: Awaited<ReturnType<typeof openDatabase>>,
  file: string,
  keep: string | null,
): Promise<Restored> {
  const replaced = keep !== null && existsSync(file) ? keep : null;
  if (replaced !== null) await backUpFile(file, replaced);
  const target = await openDatabase({ file });
  try {
    return { copies: await copyStore(source, target, { replace: replaced !== null }), replaced };
  } finally {
    await target.destroy();
  }
}
