import type { Localized } from '../../../../../src/i18n/locales.ts';

/** Every text of both languages in a value, however deep. */
export function textsIn(value: unknown): readonly Localized[] {
  if (typeof value !== 'object' || value === null) return [];
  const { fr, en } = value as Partial<Localized>;
  if (typeof fr === 'string' && typeof en === 'string') return [{ fr, en }];
  return Object.values(value).flatMap((each) => textsIn(each));
}
