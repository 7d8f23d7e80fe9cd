import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { feedPath } from './feed-path.ts';
import { publishedComments } from './published-comments.ts';

/** The Atom feed that a page names: of one tutorial, or of all; none where no service answers. */
export async function pageFeed(
  locale: Locale,
  tutorial?: { readonly id: string; readonly title: string },
): Promise<{ readonly title: string; readonly href: string } | undefined> {
  const service = (await publishedComments())?.service ?? null;
  if (service === null) return undefined;
  const t = useTranslations(locale);
  return {
    title: tutorial ? t('personal:feed.title', { title: tutorial.title }) : t('personal:feed.all'),
    href: service + feedPath(tutorial?.id ?? null, locale),
  };
}
