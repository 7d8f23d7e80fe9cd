import type { MiddlewareHandler } from 'hono';
import type { ServiceEnv } from './service.ts';

/**
 * Lets the pages of `origins`, and no others, read the answers. Never with credentials: the
 * service's only cookie is the moderators', and it does not reach these routes.
 */
export function crossOriginReads(origins: ReadonlySet<string>): MiddlewareHandler<ServiceEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const known = origin !== undefined && origins.has(origin);
    if (c.req.method === 'OPTIONS' && known) {
      c.res = new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'GET, POST',
          'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
          'Access-Control-Max-Age': '86400',
        },
      });
    } else await next();
    c.res.headers.append('Vary', 'Origin');
    if (known) c.res.headers.set('Access-Control-Allow-Origin', origin);
  };
}
