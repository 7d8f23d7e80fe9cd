import { Hono } from 'hono';
import { localeOf } from '../service/answer.ts';
import { isProblemCode, RequestProblem } from '../service/problem.ts';
import { type CachedDocument, toDocument } from '../service/read-threads.ts';
import { sendDocument } from '../service/send-document.ts';
import type { Service, ServiceEnv } from '../service/service.ts';
import { openApiDocument, type Route } from './openapi-document.ts';
import { problemTypePage } from './problem-type-page.ts';

/** What the service says of itself: its interface, and what its problems mean. */
export function apiRoutes(service: Service, all: () => readonly Route[]): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>();
  let document: CachedDocument | undefined;
  routes.get('/openapi.json', (c) => {
    document ??= toDocument(JSON.stringify(openApiDocument(all(), service.settings.publicUrl)));
    return sendDocument(c, document);
  });
  routes.get('/problems/:code', (c) => {
    const code = c.req.param('code');
    if (!isProblemCode(code)) throw new RequestProblem('not-found');
    return c.html(problemTypePage(service.settings, localeOf(c), code));
  });
  return routes;
}
