import type { LearnerRecord } from '../learner-record.ts';

/** What says that a file is one of ours. */
export const FILE_FORMAT = 'strates-progress';

/** The version of the file's shape; raised when an older site could misread it. */
export const FILE_VERSION = 1;

/**
 * The reader's own file: answers with their history, and settings. Drafts of comments, and what
 * shows that comments are the reader's own, stay where they are: a file travels.
 */
export function exportRecord({ settings, answers }: LearnerRecord, now: Date): string {
  const file = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    exported: now.toISOString(),
    settings,
    answers,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** A name that tells one day's file from another's. */
export function exportName(now: Date): string {
  return `strates-${now.toISOString().slice(0, 10)}.json`;
}
