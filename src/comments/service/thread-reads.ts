import { Hono } from 'hono';
import type { Metrics } from '../operations/metrics.ts';
import type { CachedDocument, ThreadReader } from './read-threads.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { isKnown, READ_CACHE } from './send-document.ts';
import type { Service, ServiceContext, ServiceEnv } from './service.ts';

const ROUTE = '/comments/threads/:file{[\\w-]+\\.json}';

const HEADERS = {
  ...SECURITY_HEADERS,
  'Cache-Control': READ_CACHE,
  Vary: 'Origin',
} as const;

/**
 * `/comments/threads/<tutorial>.json`, which each page of a lesson asks for: answered before all
 * that other requests go through, with every header at once, so that it costs about what a file
 * does. What is no thread goes on.
 */
export function threadReads(
  service: Service,
  reader: ThreadReader,
  metrics: Metrics,
): Hono<ServiceEnv> {
  const { tutorials, log } = service;
  const routes = new Hono<ServiceEnv>();
  routes.get(ROUTE, async (c, next) => {
    const tutorial = c.req.param('file').slice(0, -'.json'.length);
    if (!tutorials.has(tutorial)) return next();
    const start = performance.now();
    const answer = respond(service, c, await reader.thread(tutorial));
    const ms = performance.now() - start;
    const { status } = answer;
    log('request', { method: c.req.method, route: ROUTE, status, ms: Math.round(ms) });
    metrics.request({ method: c.req.method, route: ROUTE, status, seconds: ms / 1000 });
    return answer;
  });
  return routes;
}

function respond(
  { settings }: Service,
  c: ServiceContext,
  { bytes, etag }: CachedDocument,
): Response {
  const origin = c.req.header('origin');
  const headers = {
    ...HEADERS,
    ETag: etag,
    ...(origin !== undefined &&
      settings.origins.has(origin) && { 'Access-Control-Allow-Origin': origin }),
  };
  return isKnown(c, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(bytes, { headers: { ...headers, 'Content-Type': 'application/json' } });
}
