import { Hono } from 'hono';
import { localeOf } from '../service/answer.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceContext, ServiceEnv } from '../service/service.ts';
import { acceptAsk, showAsk } from './ask-routes.ts';
import { acceptConfirm, showConfirm } from './confirm-routes.ts';
import { acceptHoldings, showHoldings } from './holdings-routes.ts';
import { acceptUnsubscribe, showUnsubscribe } from './unsubscribe-routes.ts';

type Handler = (service: Service, c: ServiceContext) => Response | Promise<Response>;

/**
 * What the owner of an address does, under `/comments`: confirm it, leave, see what is held. Every
 * GET shows and every POST acts, in both languages, without a session: the links are mailed.
 */
export function personalRoutes(service: Service, reader: ThreadReader): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>();
  const both = (path: string, show: Handler, accept: Handler): void => {
    routes.get(path, (c) => show(service, c));
    routes.post(path, (c) => accept(service, c));
  };
  routes.get('/personal', (c) => c.redirect(`/comments/${localeOf(c)}/personal`, 303));
  both('/:locale{(?:fr|en)}/personal', showAsk, acceptAsk);
  both('/:locale{(?:fr|en)}/personal/:token{[\\w-]{22}}', showHoldings, acceptHoldings(reader));
  both('/:locale{(?:fr|en)}/confirm/:token{[\\w-]{22}}', showConfirm, acceptConfirm);
  both('/:locale{(?:fr|en)}/unsubscribe/:token{[\\w-]{44}}', showUnsubscribe, acceptUnsubscribe);
  return routes;
}
