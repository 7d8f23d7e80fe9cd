import type { LearnerRecord } from './learner-record.ts';
import { readRecord, updateRecord } from './learner-store.ts';

/** A part of the record that its own module carries along without reading it. */
type Record = LearnerRecord & { readonly commenter?: unknown };

/** What shows the comments service that the reader's mail address was confirmed; '' when nothing does. */
export function readCommenter(): string {
  const { commenter }: Record = readRecord();
  return typeof commenter === 'string' ? commenter : '';
}

export function keepCommenter(commenter: string): void {
  updateRecord((record): Record => ({ ...record, commenter }));
}
