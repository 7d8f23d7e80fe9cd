import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { POLICY_VERSION } from '../policy/index.ts';
import { avatarOf } from '../service/avatar-of.ts';
import { jobsAfterDecision } from '../service/follow-ups.ts';
import { RequestProblem } from '../service/problem.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import { receiptOf } from '../service/receipt.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { randomToken } from '../service/token.ts';
import type { StoredComment } from '../store/store.ts';
import { placeHref } from './back-place.ts';
import { wholeCommentInPath } from './find-comment.ts';
import { moderationPage } from './moderation-page.ts';
import { pathLocale } from './path-locale.ts';
import { commentPlace, readView, viewQuery } from './queue-view.ts';
import { readModerationForm } from './read-moderation-form.ts';
import { readText, type WrittenText } from './read-text.ts';
import { seenField } from './seen-comments.ts';
import { requireOwnForm, type SignedIn } from './session.ts';
import { textForm } from './text-form.ts';

/** `GET …/comments/<id>/reply`. */
export async function showReply(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const comment = await answerable(service, c);
  return c.html(replyPage(service, c, { by, comment }));
}

/**
 * `POST …/comments/<id>/reply`: preview, or publish under the moderator's name. It is added and then
 * approved like any other, so that the journal has it, undo works, and who waits for it hears of it.
 */
export function replyToComment(reader: ThreadReader) {
  return async (service: Service, c: ServiceContext, by: SignedIn): Promise<Response> => {
    const fields = await readModerationForm(c);
    requireOwnForm(service, c, { fields, by });
    const comment = await answerable(service, c);
    const written = readText(fields, pathLocale(c));
    if (written.policy === null || written.intent === 'preview') {
      const status = written.policy === null ? 422 : 200;
      return c.html(replyPage(service, c, { by, comment, written }), status);
    }
    const { moderator } = by;
    const at = service.now();
    const id = randomToken(16);
    await service.store.addComment({
      id,
      tutorial: comment.tutorial,
      locale: comment.locale,
      name: moderator.name,
      email: moderator.email,
      website: null,
      raw: written.text,
      html: written.policy.html,
      policyVersion: POLICY_VERSION,
      createdAt: at,
      receiptHash: receiptOf(service.secret, id).hash,
      parent: comment.id,
      avatar: avatarOf(service.secret, moderator.email),
      writtenBy: moderator.id,
    });
    const decision = randomToken(16);
    const act = {
      id: decision,
      comments: [id],
      to: 'approved',
      moderator: moderator.id,
      at,
    } as const;
    await service.store.decide({ ...act, jobs: jobsAfterDecision(service) });
    await service.store.addAudit({
      at,
      moderator: moderator.id,
      act: 'reply',
      comment: comment.id,
      tutorial: comment.tutorial,
    });
    reader.refresh();
    service.log('replied', { tutorial: comment.tutorial });
    const view = readView(c, c.req.query('tab') ?? comment.state);
    const back = commentPlace(comment.id, view);
    return c.redirect(placeHref(c, back, { told: 'replied', done: decision }), 303);
  };
}

/** Only what is published can be answered. */
async function answerable(service: Service, c: ServiceContext): Promise<StoredComment> {
  const comment = await wholeCommentInPath(service, c);
  if (comment.state !== 'approved') throw new RequestProblem('not-found');
  return comment;
}

function replyPage(
  { settings }: Service,
  c: ServiceContext,
  page: {
    readonly by: SignedIn;
    readonly comment: StoredComment;
    readonly written?: WrittenText;
  },
) {
  const { by, comment, written } = page;
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const view = readView(c, c.req.query('tab') ?? comment.state);
  const place = `/comments/${comment.id}/reply${viewQuery(view, { tab: view.tab })}`;
  const title = t('moderation:reply.title', { name: comment.name });
  const main = html`<h1><bdi>${title}</bdi></h1>
    <p class="lede">${t('moderation:reply.lead', { name: by.moderator.name })}</p>
    <pre class="queue-raw queue-quoted" lang="${comment.locale}" dir="auto" tabindex="0">
${comment.raw}</pre>
    ${textForm({
      locale,
      action: `/moderation/${locale}${place}`,
      token: by.formToken,
      seen: seenField(comment),
      label: t('moderation:reply.text'),
      submit: t('moderation:reply.submit'),
      text: written?.text ?? '',
      written: comment.locale,
      preview: written?.policy ?? null,
      error: written?.error ?? null,
      cancel: `/moderation/${locale}${commentPlace(comment.id, view)}`,
    })}`;
  return moderationPage({ settings, locale, title, main, by, place });
}
