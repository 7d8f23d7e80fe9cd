import { isMap, without, type Draft } from './learner-record.ts';
import { readRecord, updateRecord } from './learner-store.ts';

/** The comment that the reader began under a tutorial and did not send. */
export function readDraft(tutorial: string): Draft | undefined {
  const { drafts } = readRecord();
  const draft: unknown = Object.hasOwn(drafts, tutorial) && drafts[tutorial];
  return isMap(draft) ? (draft as Draft) : undefined;
}

/** Keeps what is typed, by the names of the fields. */
export function writeDraft(tutorial: string, draft: Draft): void {
  updateRecord((record) => ({ ...record, drafts: { ...record.drafts, [tutorial]: draft } }));
}

/** Forgets the draft: it was sent, or thrown away. */
export function clearDraft(tutorial: string): void {
  updateRecord((record) => ({ ...record, drafts: without(record.drafts, tutorial) }));
}
