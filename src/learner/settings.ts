import { without } from './learner-record.ts';
import { readRecord, updateRecord } from './learner-store.ts';

/** What a reader may set: how the site looks, and the language last chosen. */
export type Setting = 'theme' | 'locale';

/** The value that the reader chose; check it before use, for storage can hold anything. */
export function readSetting(name: Setting): string | undefined {
  const value: unknown = readRecord().settings[name];
  return typeof value === 'string' ? value : undefined;
}

/** Keeps a choice; `undefined` goes back to what the system says. */
export function writeSetting(name: Setting, value: string | undefined): void {
  updateRecord((record) => {
    const others = without(record.settings, name);
    return { ...record, settings: value === undefined ? others : { ...others, [name]: value } };
  });
}
