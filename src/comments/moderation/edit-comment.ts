import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { POLICY_VERSION } from '../policy/index.ts';
import { jobsAfterPublicChange } from '../service/follow-ups.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import type { StoredComment } from '../store/store.ts';
import { placeHref } from './back-place.ts';
import { wholeCommentInPath } from './find-comment.ts';
import { moderationPage } from './moderation-page.ts';
import { pathLocale } from './path-locale.ts';
import { commentPlace, readView, viewQuery } from './queue-view.ts';
import { readModerationForm } from './read-moderation-form.ts';
import { readText, type WrittenText } from './read-text.ts';
import { seenField, seenIn } from './seen-comments.ts';
import { requireOwnForm, type SignedIn } from './session.ts';
import { textForm } from './text-form.ts';

/** `GET …/comments/<id>/edit`: the text as it was typed, to be changed. */
export async function showEdit(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const comment = await wholeCommentInPath(service, c);
  return c.html(editPage(service, c, { by, comment }));
}

/** `POST …/comments/<id>/edit`: preview, or save and keep what stood before. */
export function editComment(reader: ThreadReader) {
  return async (service: Service, c: ServiceContext, by: SignedIn): Promise<Response> => {
    const fields = await readModerationForm(c);
    requireOwnForm(service, c, { fields, by });
    const comment = await wholeCommentInPath(service, c);
    const written = readText(fields, pathLocale(c));
    if (written.policy === null) return c.html(editPage(service, c, { by, comment, written }), 422);
    const seen = { id: comment.id, editedAt: seenIn(fields).get(comment.id) ?? null };
    if (seen.editedAt !== comment.editedAt)
      return c.html(editPage(service, c, { by, comment, written, changed: true }), 409);
    if (written.intent === 'preview') return c.html(editPage(service, c, { by, comment, written }));
    const view = readView(c, c.req.query('tab') ?? comment.state);
    const back = commentPlace(comment.id, view);
    if (written.text === comment.raw) return c.redirect(placeHref(c, back), 303);
    const edited = await service.store.correctComment({
      seen,
      raw: written.text,
      html: written.policy.html,
      policyVersion: POLICY_VERSION,
      moderator: by.moderator.id,
      at: service.now(),
    });
    if (!edited) {
      const today = await wholeCommentInPath(service, c);
      return c.html(editPage(service, c, { by, comment: today, written, changed: true }), 409);
    }
    reader.refresh();
    service.log('comment-corrected', { state: edited.state });
    if (edited.state === 'approved') await service.store.enqueue(jobsAfterPublicChange(service));
    return c.redirect(placeHref(c, back, { told: 'edited' }), 303);
  };
}

function editPage(
  { settings }: Service,
  c: ServiceContext,
  page: {
    readonly by: SignedIn;
    readonly comment: StoredComment;
    readonly written?: WrittenText;
    /** Somebody else changed it while it was in hand. */
    readonly changed?: boolean;
  },
) {
  const { by, comment, written, changed = false } = page;
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const view = readView(c, c.req.query('tab') ?? comment.state);
  const place = `/comments/${comment.id}/edit${viewQuery(view, { tab: view.tab })}`;
  const title = t('moderation:edit.title', { name: comment.name });
  const main = html`<h1><bdi>${title}</bdi></h1>
    ${
      changed
        ? html`<p class="comment-summary" role="alert">${t('moderation:edit.changed')}</p>
            <h2>${t('moderation:edit.now')}</h2>
            <pre class="queue-raw" lang="${comment.locale}" dir="auto" tabindex="0">
${comment.raw}</pre>`
        : html`<p class="lede">${t('moderation:edit.lead')}</p>`
    }
    ${textForm({
      locale,
      action: `/moderation/${locale}${place}`,
      token: by.formToken,
      seen: seenField(comment),
      label: t('moderation:edit.text'),
      submit: t('moderation:edit.save'),
      text: written?.text ?? comment.raw,
      written: comment.locale,
      preview: written?.policy ?? null,
      error: written?.error ?? null,
      cancel: `/moderation/${locale}${commentPlace(comment.id, view)}`,
    })}`;
  return moderationPage({ settings, locale, title, main, by, place });
}
