import { isLocale } from '../../i18n/locales.ts';
import { EMPTY_DRAFT } from '../thread/comment-form.ts';
import { composePage } from './compose-page.ts';
import { findParent } from './find-parent.ts';
import { RequestProblem } from './problem.ts';
import type { Service, ServiceContext } from './service.ts';

/**
 * `GET /comments/threads/:tutorial/reply/:locale/:id`: the form under the comment that it answers,
 * for readers without JavaScript. Throws `RequestProblem` when there is no such comment to answer.
 */
export async function replyPage(service: Service, c: ServiceContext): Promise<Response> {
  const locale = c.req.param('locale');
  const tutorial = service.tutorials.get(c.req.param('tutorial') ?? '');
  if (!tutorial || !isLocale(locale)) throw new RequestProblem('not-found');
  const id = c.req.param('id') ?? '';
  const parent = await findParent(service.store, { id, tutorial: tutorial.id });
  if (!parent) throw new RequestProblem('not-found');
  const view = { tutorial, locale, draft: EMPTY_DRAFT, notify: false, parent };
  return c.html(composePage(service, view));
}
