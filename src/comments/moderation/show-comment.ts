import type { Service, ServiceContext } from '../service/service.ts';
import { commentPage } from './comment-page.ts';
import { commentInPath } from './find-comment.ts';
import { itemDetails } from './item-details.ts';
import { pathLocale } from './path-locale.ts';
import { readDone } from './queue-banner.ts';
import { filterOf, readView } from './queue-view.ts';
import type { SignedIn } from './session.ts';

/** Acts on a comment that its page shows; the journal has them all. */
const ACTS_SHOWN = 20;

/** `GET …/comments/<id>`: one comment with everything, in the queue that the query names. */
export async function showComment(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
  note?: { readonly text: string; readonly error: string },
): Promise<Response> {
  const { store } = service;
  const comment = await commentInPath(service, c);
  const view = readView(c, c.req.query('tab') ?? comment.state);
  const [item] = await itemDetails(store, [comment]);
  const { acts } = await store.acts({ comment: comment.id, limit: ACTS_SHOWN });
  const page = commentPage(service, {
    locale: pathLocale(c),
    by,
    item: item ?? { comment, parent: null, history: null, notes: [] },
    view,
    beside: await store.neighbors(filterOf(view), comment),
    edits: await store.editsOf(comment.id),
    acts,
    names: await store.moderatorNames(),
    done: await readDone(store, c),
    ...(note && { note }),
  });
  return c.html(page, note ? 422 : 200);
}
