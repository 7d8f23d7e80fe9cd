import { RequestProblem } from '../service/problem.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { COMMENT_STATES } from '../store/store.ts';
import { pathLocale } from './path-locale.ts';
import { queuePage } from './queue-page.ts';
import type { SignedIn } from './session.ts';

/** Comments on one page of the queue. */
const PAGE = 20;

/** How far back the banner looks for the decision that `?done=` names. */
const RECENT = 20;

/** `GET …/<state>`: one page of the queue. */
export async function showQueue(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const { store } = service;
  const state = COMMENT_STATES.find((each) => each === c.req.param('state'));
  if (!state) throw new RequestProblem('not-found');
  const before = c.req.query('before') ?? '';
  const done = c.req.query('done');
  const counts = await store.countByState();
  const queue = await store.queue({ state, limit: PAGE, ...(before && { before }) });
  const recent = done === undefined ? [] : await store.journal(RECENT);
  const decision = recent.find(({ id }) => id === done) ?? null;
  return c.html(
    queuePage(service, {
      locale: pathLocale(c),
      by,
      state,
      counts,
      queue,
      before,
      done: decision,
    }),
  );
}
