import { isMap, type LearnerRecord } from './learner-record.ts';
import { readRecord, updateRecord } from './learner-store.ts';

/** The receipts of comments that wait, by tutorial: whoever holds one may see its comment. */
type Receipts = Readonly<Record<string, readonly string[]>>;

/** Receipts of the reader's own comments under a tutorial, oldest first. */
export function readReceipts(tutorial: string): readonly string[] {
  const all = receiptsOf(readRecord());
  return Object.hasOwn(all, tutorial) ? (all[tutorial] ?? []) : [];
}

export function keepReceipt(tutorial: string, receipt: string): void {
  change(tutorial, (kept) => [...kept.filter((each) => each !== receipt), receipt]);
}

/** Forgets a receipt: its comment is published, or never will be. */
export function dropReceipt(tutorial: string, receipt: string): void {
  change(tutorial, (kept) => kept.filter((each) => each !== receipt));
}

function change(tutorial: string, edit: (kept: readonly string[]) => readonly string[]): void {
  updateRecord((record) => {
    const all = receiptsOf(record);
    const kept = Object.hasOwn(all, tutorial) ? (all[tutorial] ?? []) : [];
    const receipts: Receipts = { ...all, [tutorial]: edit(kept) };
    return { ...record, receipts };
  });
}

/** A part of the record that its own module carries along without reading it. */
function receiptsOf(record: LearnerRecord & { readonly receipts?: unknown }): Receipts {
  if (!isMap(record.receipts)) return {};
  const lists = Object.entries(record.receipts).map(([tutorial, list]) => [
    tutorial,
    Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [],
  ]);
  return Object.fromEntries(lists) as Receipts;
}
