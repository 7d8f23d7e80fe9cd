import { useTranslations } from '../../i18n/translations.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { randomToken } from '../service/token.ts';
import { placeHref } from './back-place.ts';
import { wholeCommentInPath } from './find-comment.ts';
import { pathLocale } from './path-locale.ts';
import { commentPlace, readView } from './queue-view.ts';
import { readModerationForm } from './read-moderation-form.ts';
import { requireOwnForm, type SignedIn } from './session.ts';
import { showComment } from './show-comment.ts';

/** Characters of a note: it is for a sentence or two. */
const LONGEST = 2000;

/** `POST …/comments/<id>/notes`. */
export async function addNote(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await readModerationForm(c);
  requireOwnForm(service, c, { fields, by });
  const comment = await wholeCommentInPath(service, c);
  const t = useTranslations(pathLocale(c));
  const text = oneOf(fields, 'note').replaceAll('\r\n', '\n').trim();
  if (text === '')
    return showComment(service, c, by, { text, error: t('moderation:item.noteMissing') });
  if (text.length > LONGEST) {
    const max = LONGEST.toLocaleString(pathLocale(c));
    return showComment(service, c, by, { text, error: t('moderation:item.noteTooLong', { max }) });
  }
  const note = { id: randomToken(16), comment: comment.id, moderator: by.moderator.id, text };
  if (!(await service.store.addNote({ ...note, at: service.now() })))
    throw new RequestProblem('not-found');
  const view = readView(c, c.req.query('tab') ?? comment.state);
  return c.redirect(
    `${placeHref(c, commentPlace(comment.id, view), { told: 'noted' })}#notes`,
    303,
  );
}
