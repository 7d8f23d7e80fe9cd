import type { Locale } from '../../i18n/locales.ts';

/** Path, at the service, of the Atom feed of a tutorial's comments, or with null of all. */
export function feedPath(tutorial: string | null, locale: Locale): string {
  return tutorial === null
    ? `/comments/all.${locale}.atom`
    : `/comments/threads/${tutorial}.${locale}.atom`;
}
