import type { Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { type CachedDocument, toDocument } from '../service/read-threads.ts';
import type { Service } from '../service/service.ts';
import { feedPath } from '../thread/feed-path.ts';
import { atomFeed } from './atom-feed.ts';
import { commentsFeed } from './comments-feed.ts';

/** The newest comments that a feed holds: who asks once a day misses none of a busy site. */
const ENTRIES = 50;

/** How long a feed is served without asking the store: its readers ask by the hour. */
const FRESH_MS = 10_000;

/** Feeds as documents: one query serves all who ask within ten seconds. */
export function createFeedReader(service: Service) {
  const cache = new Map<string, { until: number; made: Promise<CachedDocument> }>();
  return (tutorial: TutorialEntry | null, locale: Locale): Promise<CachedDocument> => {
    const key = feedPath(tutorial?.id ?? null, locale);
    const kept = cache.get(key);
    if (kept && service.now() < kept.until) return kept.made;
    const made = make(service, tutorial, locale);
    cache.set(key, { until: service.now() + FRESH_MS, made });
    // A failure is not kept: the next reader asks anew.
    made.catch(() => cache.delete(key));
    return made;
  };
}

async function make(
  service: Service,
  tutorial: TutorialEntry | null,
  locale: Locale,
): Promise<CachedDocument> {
  const query = { limit: ENTRIES, ...(tutorial && { tutorial: tutorial.id }) };
  const comments = await service.store.latestComments(query);
  return toDocument(atomFeed(commentsFeed(service, tutorial, { locale, comments })));
}
