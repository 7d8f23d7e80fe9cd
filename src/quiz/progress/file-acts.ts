import { eraseRecord } from '../../learner/transfer/erase-record.ts';
import { exportName, exportRecord } from '../../learner/transfer/export-record.ts';
import { FILE_LIMIT, importRecord, type Imported } from '../../learner/transfer/import-record.ts';
import { readRecord } from '../../learner/learner-store.ts';
import { takeOver } from '../../learner/transfer/take-over.ts';

/** What came of an act: the sentence to say, what to fill in, and what takes it back. */
export interface Outcome {
  readonly said: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly undo?: () => void;
}

/** How long a browser may take to begin a download, in milliseconds. */
const DOWNLOAD = 60_000;

/** Hands the reader a file of all answers. */
export function saveFile(): Outcome {
  const now = new Date();
  const file = new Blob([exportRecord(readRecord(), now)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = exportName(now);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, DOWNLOAD);
  return { said: 'exported', values: { name: link.download } };
}

/** Takes over what a file holds, or says why not. */
export async function openFile(file: File): Promise<Outcome> {
  const imported = await readFile(file);
  if ('fault' in imported) return { said: imported.fault, values: { place: imported.place ?? '' } };
  const { counts, undo } = takeOver(imported);
  return { said: 'imported', values: { ...counts }, undo };
}

/** Forgets everything. */
export function eraseAll(): Outcome {
  return { said: 'erased', undo: eraseRecord() };
}

/** A file too big to be ours is not even read; one that cannot be read is no file of ours. */
async function readFile(file: File): Promise<Imported> {
  if (file.size > 4 * FILE_LIMIT) return { fault: 'size' };
  try {
    return importRecord(await file.text());
  } catch {
    return { fault: 'json' };
  }
}
