import { Hono } from 'hono';
import { accountRoutes } from '../accounts/account-routes.ts';
import { asModerator as guard } from '../accounts/guards.ts';
import { actRoutes } from '../mail/act-routes.ts';
import { localeOf } from '../service/answer.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceEnv } from '../service/service.ts';
import { rulesRoutes } from '../spam/rules-routes.ts';
import { addNote } from './add-note.ts';
import { decide, undo } from './decide.ts';
import { editComment, showEdit } from './edit-comment.ts';
import { acceptInvitation, showInvitation } from './invitation-routes.ts';
import { QUEUE_TABS } from './queue-view.ts';
import { replyToComment, showReply } from './reply-to-comment.ts';
import { showComment } from './show-comment.ts';
import { showJournal } from './show-journal.ts';
import { showMatching } from './show-matching.ts';
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
  routes.get('/:locale{(?:fr|en)}/matching', asModerator(showMatching));
  const comment = '/:locale{(?:fr|en)}/comments/:id{[\\w-]{1,64}}';
  routes.get(
    comment,
    asModerator((same, c, by) => showComment(same, c, by)),
  );
  routes.get(`${comment}/edit`, asModerator(showEdit));
  routes.post(`${comment}/edit`, asModerator(editComment(reader)));
  routes.get(`${comment}/reply`, asModerator(showReply));
  routes.post(`${comment}/reply`, asModerator(replyToComment(reader)));
  routes.post(`${comment}/notes`, asModerator(addNote));
  routes.get(`/:locale{(?:fr|en)}/:tab{(?:${QUEUE_TABS.join('|')})}`, asModerator(showQueue));
  routes.route('/', rulesRoutes(service, reader));
  routes.route('/', actRoutes(service, reader));
  return routes;
}
