import { RequestProblem } from '../service/problem.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import type { CommentCount } from '../store/queue-store.ts';
import { COMMENT_STATES, type CommentState } from '../store/store.ts';
import { itemDetails } from './item-details.ts';
import { pathLocale } from './path-locale.ts';
import { readDone } from './queue-banner.ts';
import { PAGE, queuePage } from './queue-page.ts';
import { filterOf, QUEUE_TABS, readView } from './queue-view.ts';
import type { SignedIn } from './session.ts';

/** `GET …/<state>` and `…/all`: one page of the queue. */
export async function showQueue(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const { store, tutorials } = service;
  const tab = QUEUE_TABS.find((each) => each === c.req.param('tab'));
  if (!tab) throw new RequestProblem('not-found');
  const view = readView(c, tab);
  const before = c.req.query('before') ?? '';
  const kinds = await store.countComments();
  const query = { ...filterOf(view), limit: PAGE, before };
  const { comments, next, unsearched } = await store.queue(query);
  const others = new Set(kinds.map(({ tutorial }) => tutorial).filter((id) => !tutorials.has(id)));
  return c.html(
    queuePage(service, {
      locale: pathLocale(c),
      by,
      view,
      counts: countsOf(kinds),
      others: [...others],
      items: await itemDetails(store, comments),
      before,
      next,
      unsearched,
      done: await readDone(store, c),
    }),
  );
}

function countsOf(kinds: readonly CommentCount[]): Record<CommentState, number> {
  const count = (state: CommentState): number =>
    kinds.reduce((sum, kind) => (kind.state === state ? sum + kind.count : sum), 0);
  return Object.fromEntries(COMMENT_STATES.map((state) => [state, count(state)])) as Record<
    CommentState,
    number
  >;
}
