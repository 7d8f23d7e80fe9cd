import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CommentStore } from '../store/store.ts';
import { ExchangeError } from './exchange-error.ts';
import { writeStrates } from './write-strates.ts';
import { type WordPressSite, writeWordPress } from './write-wordpress.ts';

export const EXPORT_FORMATS = ['strates', 'wordpress'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Export {
  readonly store: Pick<CommentStore, 'exportComments'>;
  readonly format: ExportFormat;
  /** Only this one's comments; undefined for all. */
  readonly tutorial: string | undefined;
  readonly site: WordPressSite;
}

/**
 * Writes every comment into a new file that only its owner reads (it holds addresses), or to the
 * standard output when `file` is null. Resolves to how many there are.
 *
 * @throws ExchangeError when there is such a file already, or it cannot be written.
 */
export async function exportComments(work: Export, file: string | null): Promise<number> {
  let comments = 0;
  const { store, format, tutorial, site } = work;
  const to = format === 'wordpress' ? 'second' : 'millisecond';
  const counted = async function* () {
    for await (const page of store.exportComments({ tutorial, to })) {
      comments += page.length;
      yield page;
    }
  };
  const texts = format === 'wordpress' ? writeWordPress(counted(), site) : writeStrates(counted());
  const bytes = Readable.from(texts, { objectMode: false });
  if (file === null) await pipeline(bytes, process.stdout, { end: false }).catch(readEnough);
  else {
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    await pipeline(bytes, target).catch(undo(file));
  }
  return comments;
}

/** Whoever reads from a pipe may have seen enough: `export | head`. */
function readEnough(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
}

/** Leaves no half of an export behind, and never touches a file that was there before. */
function undo(file: string) {
  return async (error: unknown): Promise<never> => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new ExchangeError(`${file} is there already. Name a file that is not.`);
    await rm(file, { force: true });
    throw code === undefined ? error : new ExchangeError(`${file}: ${message}`, { cause: error });
  };
}
