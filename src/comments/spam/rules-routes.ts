import { Hono } from 'hono';
import { asAdministrator } from '../accounts/guards.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceEnv } from '../service/service.ts';
import { changeRules } from './change-rules.ts';
import { showRules } from './show-rules.ts';

/** What is blocked and which threads are open, for administrators; under `/moderation`. */
export function rulesRoutes(service: Service, reader: ThreadReader): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>({ strict: false });
  const admin = asAdministrator(service);
  routes.get('/:locale{(?:fr|en)}/rules', admin(showRules));
  routes.post('/:locale{(?:fr|en)}/rules', admin(changeRules(reader)));
  return routes;
}
