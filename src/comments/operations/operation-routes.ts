import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { RequestProblem } from '../service/problem.ts';
import type { Service, ServiceContext, ServiceEnv } from '../service/service.ts';
import { type Metrics, METRICS_TYPE } from './metrics.ts';

/** For whoever runs the service: does it live, can it serve, what does it do. */
export function operationRoutes(service: Service, metrics: Metrics): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>();
  routes.use('*', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  // The process runs; asks nothing of the database, whose absence a restart would not mend.
  routes.get('/health', (c) => c.json({ status: 'ok' }));
  // It can serve. A mail server that is away is no reason to take a process out of service: how
  // late mails are stands in the metrics.
  routes.get('/ready', async (c) => {
    try {
      await service.store.countModerators();
    } catch {
      throw new RequestProblem('not-ready', { 'Retry-After': '5' });
    }
    return c.json({ status: 'ready' });
  });
  routes.get('/metrics', async (c) => {
    if (!mayReadMetrics(service, c)) throw new RequestProblem('not-found');
    return c.body(await metrics.text(service.now()), 200, { 'Content-Type': METRICS_TYPE });
  });
  return routes;
}

/** Figures say how busy a site is: who has no token is told that there are none. */
function mayReadMetrics({ settings }: Service, c: ServiceContext): boolean {
  const { metricsToken } = settings;
  const given = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (metricsToken === null || given === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(metricsToken));
}
