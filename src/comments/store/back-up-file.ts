import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreError } from './store-error.ts';

/** All pages in one step: a backup in several starts anew whenever the service writes in between. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies a SQLite database, also while it is written to, into one new file that only its owner
 * reads; checked and on the disk when the promise resolves, or not there at all.
 *
 * @throws StoreError `no-database` without `file`, `not-empty` when `copy` is there already,
 * `damaged` when `file` is not a database or not a sound one.
 */
export async function backUpFile(file: string, copy: string): Promise<void> {
  if (!existsSync(file)) throw new StoreError('no-database', `There is no file ${file}.`);
  if (existsSync(copy)) throw alreadyThere(copy);
  const part = `${copy}.${process.pid}.part`;
  closeSync(openSync(part, 'wx', 0o600));
  try {
    await copyPages(file, part);
    finish(part);
    linkSync(part, copy); // unlike a rename, it never replaces
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw alreadyThere(copy);
    if (code === 'ERR_SQLITE_ERROR') throw new StoreError('damaged', `${file}: ${message}.`, error);
    throw error;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true });
  }
}

function alreadyThere(copy: string): StoreError {
  return new StoreError('not-empty', `${copy} is there already. Name a file that is not.`);
}

async function copyPages(file: string, part: string): Promise<void> {
  const source = new DatabaseSync(file, { timeout: 10_000 });
  try {
    await backup(source, part, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

/** One file without a log beside it, sound and on the disk. */
function finish(part: string): void {
  const database = new DatabaseSync(part);
  try {
    database.exec('pragma journal_mode = delete');
    const found = database.prepare('pragma integrity_check').get()?.['integrity_check'];
    if (found !== 'ok') throw new StoreError('damaged', `The copy is not sound: ${String(found)}.`);
  } finally {
    database.close();
  }
  const handle = openSync(part, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
