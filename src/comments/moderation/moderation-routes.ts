import { Hono } from 'hono';
import { accountRoutes } from '../accounts/account-routes.ts';
import { asModerator as guard } from '../accounts/guards.ts';
import { actRoutes } from '../mail/act-routes.ts';
import { localeOf } from '../service/answer.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceEnv } from '../service/service.ts';
import { rulesRoutes } from '../spam/rules-routes.ts';
import { COMMENT_STATES } from '../store/store.ts';
import { decide, undo } from './decide.ts';
import { acceptInvitation, showInvitation } from './invitation-routes.ts';
import { showJournal } from './show-journal.ts';
import { showQueue } from './show-queue.ts';
import { acceptSignIn, leave, showSignIn } from './sign-in-routes.ts';

/** `/moderation/*`: everything but signing in and taking up an invitation needs a session. */
export function moderationRoutes(service: Service, reader: ThreadReader): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>({ strict: false });
  const asModerator = guard(service);

  routes.get('/', (c) => c.redirect(`/moderation/${localeOf(c)}/pending`, 303));
  routes.get('/invitation/:token{[\\w-]{43}}', (c) =>
    c.redirect(`/moderation/${localeOf(c)}/invitation/${c.req.param('token')}`, 303),
  );
  routes.get('/:locale{(?:fr|en)}', (c) => c.redirect(`/moderation/${localeOf(c)}/pending`, 303));

  routes.get('/:locale{(?:fr|en)}/sign-in', (c) => showSignIn(service, c));
  routes.post('/:locale{(?:fr|en)}/sign-in', (c) => acceptSignIn(service, c));
  routes.post('/:locale{(?:fr|en)}/sign-out', asModerator(leave));
  routes.get('/:locale{(?:fr|en)}/invitation/:token{[\\w-]{43}}', (c) =>
    showInvitation(service, c),
  );
  routes.post('/:locale{(?:fr|en)}/invitation/:token{[\\w-]{43}}', (c) =>
    acceptInvitation(service, c),
  );
  routes.route('/', accountRoutes(service));

  routes.get('/:locale{(?:fr|en)}/journal', asModerator(showJournal));
  routes.post('/:locale{(?:fr|en)}/decisions', asModerator(decide(reader)));
  routes.post(
    '/:locale{(?:fr|en)}/decisions/:decision{[\\w-]{22}}/undo',
    asModerator(undo(reader)),
  );
  routes.get(`/:locale{(?:fr|en)}/:state{(?:${COMMENT_STATES.join('|')})}`, asModerator(showQueue));
  routes.route('/', rulesRoutes(service, reader));
  routes.route('/', actRoutes(service, reader));
  return routes;
}
