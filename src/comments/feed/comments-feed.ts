import type { Locale } from '../../i18n/locales.ts';
import { tutorialsPath } from '../../i18n/routes.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { feedPath } from '../thread/feed-path.ts';
import type { Service } from '../service/service.ts';
import type { FeedComment } from '../store/feed-store.ts';
import type { Feed, FeedEntry } from './atom-feed.ts';

/** The year in which ids were first given (RFC 4151 asks for a date): it stays. */
const SINCE = '2026';

/** The feed of one tutorial, or with null of all, in a language. */
export function commentsFeed(
  service: Pick<Service, 'settings' | 'tutorials'>,
  tutorial: TutorialEntry | null,
  view: { readonly locale: Locale; readonly comments: readonly FeedComment[] },
): Feed {
  const { settings, tutorials } = service;
  const { locale, comments } = view;
  const t = useTranslations(locale);
  const onSite = (path: string): string => new URL(path, settings.siteUrl).href;
  const tag = (what: string): string => `tag:${settings.siteUrl.hostname},${SINCE}:${what}`;
  const path = feedPath(tutorial?.id ?? null, locale);
  return {
    id: tag(path),
    locale,
    title: `${
      tutorial
        ? t('personal:feed.title', { title: tutorial.title[locale] })
        : t('personal:feed.all')
    } · ${t('site:name')}`,
    self: new URL(path, settings.publicUrl).href,
    page: onSite(tutorial ? `${tutorial.path[locale]}#comments` : tutorialsPath(locale)),
    entries: comments.flatMap((comment): FeedEntry[] => {
      const about = tutorials.get(comment.tutorial);
      if (!about) return [];
      const at = (id: string): string => onSite(`${about.path[locale]}#comment-${id}`);
      const { id, name, website, html, createdAt, editedAt, parent } = comment;
      return [
        {
          id: tag(`comment-${id}`),
          title: t('personal:feed.entry', { name, title: about.title[locale] }),
          page: at(id),
          author: { name, website },
          published: createdAt,
          updated: editedAt ?? createdAt,
          locale: comment.locale,
          html,
          answers: parent === null ? null : { id: tag(`comment-${parent}`), page: at(parent) },
        },
      ];
    }),
  };
}
