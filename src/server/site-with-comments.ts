import { Hono } from 'hono';
import { createCommentsApp } from '../comments/service/app.ts';
import type { Service, ServiceEnv } from '../comments/service/service.ts';
import { type LiveSite, liveSite } from './live-site.ts';

/** A built site and its comments service as one application, for one origin. */
export function siteWithComments(service: Service, built: string | LiveSite): Hono<ServiceEnv> {
  const app = new Hono<ServiceEnv>();
  const comments = createCommentsApp(service);
  const site = typeof built === 'string' ? liveSite(built) : built;
  app.all('/comments/*', (c) => comments.fetch(c.req.raw, c.env));
  app.all('/moderation/*', (c) => comments.fetch(c.req.raw, c.env));
  app.all('*', (c) => site.fetch(c.req.raw));
  return app;
}
