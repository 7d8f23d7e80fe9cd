import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import { apiRoutes } from '../api/api-routes.ts';
import { createMetrics, type Metrics } from '../operations/metrics.ts';
import { operationRoutes } from '../operations/operation-routes.ts';
import { feedRoutes } from '../feed/feed-routes.ts';
import { moderationRoutes } from '../moderation/moderation-routes.ts';
import { personalRoutes } from '../personal/personal-routes.ts';
import { answerProblem } from './answer.ts';
import { assetRoutes } from './assets.ts';
import { commentRoutes } from './comment-routes.ts';
import { RequestProblem } from './problem.ts';
import { createThreadReader } from './read-threads.ts';
import { securityHeaders } from './security-headers.ts';
import type { Service, ServiceContext, ServiceEnv } from './service.ts';
import { threadReads } from './thread-reads.ts';

/** A comment of the greatest length, every byte percent-encoded, and the other fields. */
const LARGEST_BODY = 256 * 1024;

/** The whole service as one application: `/comments/*` and `/moderation/*`. */
export function createCommentsApp(service: Service): Hono<ServiceEnv> {
  const reader = createThreadReader(service);
  const metrics = createMetrics(service.store);
  const app = new Hono<ServiceEnv>();
  app.route('/', threadReads(service, reader, metrics));
  app.use('*', requestLog(service, metrics));
  app.use('*', securityHeaders);
  app.use('*', ringAfterChanges(service));
  app.use(
    '*',
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        // Else the headers of what was not found would stand before its own.
        c.res = undefined;
        const answer = await answerProblem(service, c, { code: 'bad-method' });
        answer.headers.set('Allow', methods.join(', '));
        return answer;
      },
    }),
  );
  app.use(
    '*',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        throw new RequestProblem('too-large', { Connection: 'close' });
      },
    }),
  );
  app.route('/comments/assets', assetRoutes());
  app.route('/comments', personalRoutes(service, reader));
  app.route('/comments', feedRoutes(service));
  app.route('/comments', commentRoutes(service, reader));
  app.route('/comments', operationRoutes(service, metrics));
  app.route(
    '/comments',
    apiRoutes(service, () => app.routes),
  );
  app.route('/moderation', moderationRoutes(service, reader));
  app.notFound((c) => answerProblem(service, c, { code: 'not-found' }));
  app.onError((error, c) => onError(service, error, c));
  return app;
}

async function onError(service: Service, error: Error, c: ServiceContext): Promise<Response> {
  if (!(error instanceof RequestProblem)) {
    // The name and place of a fault, never its message: that may quote what a visitor sent.
    const place =
      error.stack
        ?.split('\n')
        .find((line) => line.includes(' at '))
        ?.trim() ?? '';
    const answer = await answerProblem(service, c, { code: 'failed' });
    service.log('fault', { name: error.name, place, id: requestId(answer) });
    return answer;
  }
  const answer = await answerProblem(service, c, { code: error.code });
  for (const [name, value] of Object.entries(error.headers)) answer.headers.set(name, value);
  return answer;
}

/** Names a request to whoever sent it and in the log: a problem document has one already. */
function requestId({ headers }: Response): string {
  const id = headers.get('X-Request-Id') ?? randomUUID();
  headers.set('X-Request-Id', id);
  return id;
}

/** One line a request: the route's pattern instead of its path, which may hold a secret. */
function requestLog(service: Service, metrics: Metrics) {
  return async (c: ServiceContext, next: () => Promise<void>): Promise<void> => {
    const start = performance.now();
    await next();
    const ms = performance.now() - start;
    const { method } = c.req;
    const { status } = c.res;
    const route = routePath(c);
    const id = requestId(c.res);
    service.log('request', { method, route, status, ms: Math.round(ms), id });
    metrics.request({ method, route, status, seconds: ms / 1000 });
  };
}

/** Whoever sent more than a question may have made work to be done after the answer. */
function ringAfterChanges({ bell }: Service) {
  return async (c: ServiceContext, next: () => Promise<void>): Promise<void> => {
    await next();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') bell?.ring();
  };
}
