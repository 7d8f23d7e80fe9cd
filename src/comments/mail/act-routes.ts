import { Hono } from 'hono';
import { isDecision } from '../moderation/decision-buttons.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import { readModerationForm } from '../moderation/read-moderation-form.ts';
import { requireOwnForm } from '../moderation/session.ts';
import { jobsAfterDecision } from '../service/follow-ups.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf } from '../service/read-form.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceContext, ServiceEnv } from '../service/service.ts';
import { randomToken, sha256 } from '../service/token.ts';
import { actPage, type ActStanding } from './act-page.ts';
import { ACT_AGE, type Act, readActToken, sameSecret } from './act-token.ts';
import { stopSecret } from './moderation-links.ts';
import { stopPage } from './stop-page.ts';

const TOKEN = ':token{[\\w.-]{10,300}}';

/**
 * What links in moderators' mails lead to. Whoever has the mail may decide on that one comment,
 * once, without a session and so without a second factor; that is all. A GET changes nothing: a
 * scanner that follows every link only reads.
 */
export function actRoutes(service: Service, reader: ThreadReader): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>({ strict: false });
  routes.get(`/:locale{(?:fr|en)}/act/${TOKEN}`, async (c) => {
    const act = readAct(service, c);
    if (!service.settings.moderateByMail)
      return c.redirect(`/moderation/${pathLocale(c)}/comments/${act.comment}`, 303);
    const view = await standingOf(service, act);
    return c.html(actPage(service, { ...view, locale: pathLocale(c) }));
  });
  routes.post(`/:locale{(?:fr|en)}/act/${TOKEN}`, (c) => takeAct(service, reader, c));
  routes.get(`/:locale{(?:fr|en)}/stop-mails/${TOKEN}`, async (c) => {
    const moderator = await moderatorToStop(service, c);
    return c.html(stopPage(service, { locale: pathLocale(c), stopped: moderator.mail === 'none' }));
  });
  routes.post(`/:locale{(?:fr|en)}/stop-mails/${TOKEN}`, (c) => stopMails(service, c));
  return routes;
}

/** @throws RequestProblem `not-found` for a token that is none of ours. */
function readAct({ secret }: Service, c: ServiceContext): Act {
  const act = readActToken(secret, c.req.param('token') ?? '');
  if (!act) throw new RequestProblem('not-found');
  return act;
}

/** Whether an act can still be done, and on what. */
async function standingOf({ store, now }: Service, act: Act) {
  const moderator = await store.findModerator({ id: act.moderator });
  const comment = await store.findComment(act.comment);
  if (!moderator || moderator.disabledAt !== null || !comment)
    throw new RequestProblem('not-found');
  const standing: ActStanding =
    comment.state !== 'pending' || comment.erasedAt !== null
      ? 'decided'
      : act.expiresAt <= now()
        ? 'expired'
        : comment.editedAt !== act.seen
          ? 'changed'
          : 'open';
  return { standing, comment };
}

async function takeAct(
  service: Service,
  reader: ThreadReader,
  c: ServiceContext,
): Promise<Response> {
  const { store, settings, now, log } = service;
  const act = readAct(service, c);
  const fields = await readModerationForm(c);
  requireOwnForm(service, c);
  const to = oneOf(fields, 'act');
  if (!isDecision(to)) throw new RequestProblem('bad-form');
  if (!settings.moderateByMail) throw new RequestProblem('not-found');
  const { standing } = await standingOf(service, act);
  if (standing === 'open' && (await firstUse(service, c))) {
    const decision = await store.decide({
      id: randomToken(16),
      comments: [act.comment],
      seen: new Map([[act.comment, act.seen]]),
      to,
      moderator: act.moderator,
      at: now(),
      jobs: jobsAfterDecision(service),
    });
    reader.refresh();
    if (decision) log('decided', { to, count: decision.changes.length, by: 'mail' });
  }
  // Whatever happened, the page says how the comment stands now.
  return c.redirect(c.req.path, 303);
}

/** True once for each link, whichever process is asked: an undone decision does not revive it. */
function firstUse({ store, now }: Service, c: ServiceContext): Promise<boolean> {
  const key = `act:${sha256(c.req.param('token') ?? '').slice(0, 32)}`;
  return store.allow({ key, limit: 1, windowMs: ACT_AGE, now: now() });
}

/** @throws RequestProblem `not-found` when the link is none of ours, or the moderator is gone. */
async function moderatorToStop({ store, secret }: Service, c: ServiceContext) {
  const [id = '', given = ''] = (c.req.param('token') ?? '').split('.');
  const moderator = sameSecret(given, stopSecret(secret, id))
    ? await store.findModerator({ id })
    : null;
  if (!moderator) throw new RequestProblem('not-found');
  return moderator;
}

/** A mail program may send this itself, from anywhere, when one asks it to unsubscribe (RFC 8058). */
async function stopMails(service: Service, c: ServiceContext): Promise<Response> {
  const { store, now } = service;
  const moderator = await moderatorToStop(service, c);
  if (moderator.mail !== 'none') {
    await store.updateModerator(moderator.id, { mail: 'none' });
    await store.addAudit({ at: now(), moderator: moderator.id, act: 'mails-stopped' });
  }
  return c.html(stopPage(service, { locale: pathLocale(c), stopped: true }));
}
