import { jobsAfterDecision } from '../service/follow-ups.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf } from '../service/read-form.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { randomToken } from '../service/token.ts';
import { COMMENT_STATES } from '../store/store.ts';
import { isDecision } from './decision-buttons.ts';
import { pathLocale } from './path-locale.ts';
import { readModerationForm } from './read-moderation-form.ts';
import { requireOwnForm, type SignedIn } from './session.ts';

/** `POST …/decisions`: one comment (`act=spam:<id>`), or the checked ones (`act=spam`). */
export function decide(reader: ThreadReader) {
  return async (service: Service, c: ServiceContext, by: SignedIn): Promise<Response> => {
    const fields = await readModerationForm(c);
    requireOwnForm(service, c, { fields, by });
    const [to, one] = oneOf(fields, 'act').split(':');
    if (!isDecision(to)) throw new RequestProblem('bad-form');
    const comments = one === undefined ? (fields.get('comment') ?? []) : [one];
    const id = randomToken(16);
    const jobs = jobsAfterDecision(service);
    const act = { id, comments, to, moderator: by.moderator.id, at: service.now(), jobs };
    const decision = comments.length ? await service.store.decide(act) : null;
    reader.refresh();
    if (decision) service.log('decided', { to, count: decision.changes.length });
    const query = new URLSearchParams();
    const before = oneOf(fields, 'before');
    if (before) query.set('before', before);
    if (decision) query.set('done', id);
    return c.redirect(address(c, `/${queueState(oneOf(fields, 'state'))}`, query), 303);
  };
}

/** `POST …/decisions/<id>/undo`: puts back what the decision changed. */
export function undo(reader: ThreadReader) {
  return async (service: Service, c: ServiceContext, by: SignedIn): Promise<Response> => {
    const fields = await readModerationForm(c);
    requireOwnForm(service, c, { fields, by });
    const decision = c.req.param('decision') ?? '';
    const jobs = jobsAfterDecision(service);
    const act = { decision, moderator: by.moderator.id, at: service.now(), jobs };
    const undone = await service.store.undo(act);
    reader.refresh();
    if (undone) service.log('undone', { to: undone.to, count: undone.changes.length });
    if (oneOf(fields, 'back') === '/journal') return c.redirect(address(c, '/journal'), 303);
    const query = new URLSearchParams(undone ? { done: decision } : {});
    return c.redirect(address(c, `/${queueState(oneOf(fields, 'back').slice(1))}`, query), 303);
  };
}

function queueState(given: string): string {
  return COMMENT_STATES.find((state) => state === given) ?? 'pending';
}

function address(c: ServiceContext, place: string, query = new URLSearchParams()): string {
  return `/moderation/${pathLocale(c)}${place}${query.size ? `?${query.toString()}` : ''}`;
}
