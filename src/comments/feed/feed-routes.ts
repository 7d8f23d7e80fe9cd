import { Hono } from 'hono';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { localeOf } from '../service/answer.ts';
import { RequestProblem } from '../service/problem.ts';
import type { CachedDocument } from '../service/read-threads.ts';
import { sendDocument } from '../service/send-document.ts';
import type { Service, ServiceContext, ServiceEnv } from '../service/service.ts';
import { feedPath } from '../thread/feed-path.ts';
import { createFeedReader } from './feed-reader.ts';

/**
 * `/comments/all.fr.atom` and `/comments/threads/<tutorial>.fr.atom`. Without the language, the
 * reader's own is found and the address that has it is told.
 */
export function feedRoutes(service: Service): Hono<ServiceEnv> {
  const read = createFeedReader(service);
  const routes = new Hono<ServiceEnv>();
  const answer = async (c: ServiceContext, tutorial: TutorialEntry | null, locale?: string) => {
    if (isLocale(locale)) return send(c, await read(tutorial, locale));
    const found: Locale = localeOf(c);
    c.header('Vary', 'Accept-Language', { append: true });
    return c.redirect(feedPath(tutorial?.id ?? null, found), 302);
  };
  routes.get('/:feed{all(?:\\.(?:fr|en))?\\.atom}', (c) =>
    answer(c, null, c.req.param('feed').split('.').at(-2)),
  );
  routes.get('/threads/:feed{[\\w-]+(?:\\.(?:fr|en))?\\.atom}', (c) => {
    const [id = '', locale] = c.req.param('feed').split('.');
    const tutorial = service.tutorials.get(id);
    if (!tutorial) throw new RequestProblem('unknown-tutorial');
    return answer(c, tutorial, locale);
  });
  return routes;
}

function send(c: ServiceContext, document: CachedDocument): Response {
  return sendDocument(c, document, 'application/atom+xml; charset=utf-8');
}
