import { jobsAfterDecision } from '../service/follow-ups.ts';
import { RequestProblem } from '../service/problem.ts';
import { type FormFields, oneOf } from '../service/read-form.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { randomToken } from '../service/token.ts';
import { COMMENT_STATES, type CommentStore, type Instant } from '../store/store.ts';
import { backPlace, placeHref } from './back-place.ts';
import { readModerationForm } from './read-moderation-form.ts';
import { seenIn } from './seen-comments.ts';
import { requireOwnForm, type SignedIn } from './session.ts';

/**
 * `POST …/decisions`: one comment (`act=spam:<id>`), the checked ones (`act=spam`), or all that
 * `seen` names (`matching=1`). None that was changed since the moderator saw it.
 */
export function decide(reader: ThreadReader) {
  return async (service: Service, c: ServiceContext, by: SignedIn): Promise<Response> => {
    const fields = await readModerationForm(c);
    requireOwnForm(service, c, { fields, by });
    const [given, one] = oneOf(fields, 'act').split(':');
    const to = COMMENT_STATES.find((state) => state === given);
    if (!to) throw new RequestProblem('bad-form');
    const wanted = wantedIn(fields, one);
    const id = randomToken(16);
    const comments = [...wanted.keys()];
    const decision = await service.store.decide({
      id,
      comments,
      to,
      moderator: by.moderator.id,
      at: service.now(),
      seen: wanted,
      jobs: jobsAfterDecision(service),
    });
    reader.refresh();
    if (decision) service.log('decided', { to, count: decision.changes.length });
    const moved = new Set(decision?.changes.map(({ comment }) => comment));
    const changed = await countChanged(
      service.store,
      new Map([...wanted].filter(([comment]) => !moved.has(comment))),
    );
    return c.redirect(
      placeHref(c, backPlace(fields), {
        ...(decision && { done: id }),
        ...(changed > 0 && { changed: String(changed) }),
        ...(!decision && changed === 0 && comments.length > 0 && { told: 'unchanged' }),
      }),
      303,
    );
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
    const back = backPlace(fields);
    const tell = undone && !back.startsWith('/journal') ? { done: decision } : {};
    return c.redirect(placeHref(c, back, tell), 303);
  };
}

/** What is decided on, each with the version that was seen: never changed, where the form says nothing. */
function wantedIn(
  fields: FormFields,
  one: string | undefined,
): ReadonlyMap<string, Instant | null> {
  const seen = seenIn(fields);
  if (oneOf(fields, 'matching') === '1') return seen;
  const ids = one === undefined ? (fields.get('comment') ?? []) : [one];
  return new Map(ids.map((id) => [id, seen.get(id) ?? null]));
}

/** How many stand there in another version than the one that was seen. */
async function countChanged(
  store: CommentStore,
  left: ReadonlyMap<string, Instant | null>,
): Promise<number> {
  let changed = 0;
  for (const [id, seen] of left) {
    const comment = await store.findComment(id);
    if (comment?.erasedAt === null && comment.editedAt !== seen) changed += 1;
  }
  return changed;
}
