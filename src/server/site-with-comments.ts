import { Hono } from 'hono';
import { createCommentsApp } from '../comments/service/app.ts';
import type { Service, ServiceEnv } from '../comments/service/service.ts';
import { serveSite } from './serve-site.ts';

/** The site built in `folder` and its comments service as one application, for one origin. */
export function siteWithComments(service: Service, folder: string): Hono<ServiceEnv> {
  const app = new Hono<ServiceEnv>();
  const comments = createCommentsApp(service);
  app.all('/comments/*', (c) => comments.fetch(c.req.raw, c.env));
  app.all('/moderation/*', (c) => comments.fetch(c.req.raw, c.env));
  app.route('/', serveSite(folder));
  return app;
}
