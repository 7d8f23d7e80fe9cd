import { parseRecord, type LearnerRecord } from './learner-record.ts';

/** The one key of the site in localStorage. */
export const STORE_KEY = 'strates';

/** Where a text that is no record is put aside before anything is written in its place. */
export const ASIDE_KEY = 'strates-aside';

/** Holds the record once the browser refused to keep it. */
let memory: LearnerRecord | undefined;
const listeners = new Set<() => void>();
let told = false;

/** What the browser remembers, or what this visit does when the browser cannot. Never throws. */
export function readRecord(): LearnerRecord {
  return memory ?? parseRecord(storedText()).record;
}

/**
 * Changes the record and keeps it. It is read afresh first, so that another tab's change stays.
 * When the browser refuses (storage full or blocked), the visit goes on from memory and every
 * later change tries again.
 */
export function updateRecord(change: (record: LearnerRecord) => LearnerRecord): void {
  const record = change(readRecord());
  try {
    const text = localStorage.getItem(STORE_KEY);
    const { fault } = parseRecord(text);
    if (fault === 'later') throw new Error(fault);
    if (fault && text !== null) localStorage.setItem(ASIDE_KEY, text);
    localStorage.setItem(STORE_KEY, JSON.stringify(record));
    memory = undefined;
  } catch {
    memory = record;
  }
  announce();
}

/** True once a visit, after a change that the browser did not keep: whoever asks first tells the reader. */
export function mustTellTrouble(): boolean {
  const mustTell = memory !== undefined && !told;
  told ||= mustTell;
  return mustTell;
}

/**
 * Calls `listener` whenever the record changed: here, in another tab, or perhaps while the browser
 * kept this page aside to go back to. Returns what ends it.
 */
export function onRecordChange(listener: () => void): () => void {
  listeners.add(listener);
  // However many listen, the window has each of these once.
  for (const type of ['storage', 'pageshow']) addEventListener(type, hear);
  return () => {
    listeners.delete(listener);
  };
}

function hear(event: Event): void {
  const { key, persisted } = event as StorageEvent & PageTransitionEvent;
  // A null key: everything was erased.
  if (persisted || key === STORE_KEY || key === null) announce();
}

function announce(): void {
  for (const listener of listeners) listener();
}

function storedText(): string | null {
  try {
    return localStorage.getItem(STORE_KEY);
  } catch {
    return null;
  }
}
