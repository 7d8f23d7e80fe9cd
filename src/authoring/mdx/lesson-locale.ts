import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLocale, type Locale } from '../../i18n/locales.ts';

/** A lesson's language is the name of its file; null for what is no lesson. */
export function lessonLocale(file: URL | undefined): Locale | null {
  const name = file ? basename(fileURLToPath(file), '.mdx') : '';
  return isLocale(name) ? name : null;
}
