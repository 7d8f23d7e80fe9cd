import { RequestProblem } from '../service/problem.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import type { StoredComment } from '../store/store.ts';

/** The comment that a path names. Throws `RequestProblem` when there is none. */
export async function commentInPath({ store }: Service, c: ServiceContext): Promise<StoredComment> {
  const comment = await store.findComment(c.req.param('id') ?? '');
  if (!comment) throw new RequestProblem('not-found');
  return comment;
}

/** The same, when there is something left of it to work on. */
export async function wholeCommentInPath(
  service: Service,
  c: ServiceContext,
): Promise<StoredComment> {
  const comment = await commentInPath(service, c);
  if (comment.erasedAt !== null) throw new RequestProblem('not-found');
  return comment;
}
