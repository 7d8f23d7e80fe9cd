import { html, raw } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { avatar } from './avatar.ts';
import type { Html } from './comment-form.ts';
import { formatDate } from './format-date.ts';

/** What a published comment shows. `html` has been written by the policy. */
export interface ShownComment {
  readonly id: string;
  readonly locale: Locale;
  readonly name: string;
  readonly website: string | null;
  readonly html: string;
  readonly createdAt: number;
  readonly avatar?: string;
  readonly editedAt?: number | null;
  /** Written by a moderator as such. */
  readonly moderator?: boolean;
  /** Set for what was taken back: nothing is left but that something stood there. */
  readonly erasedAt?: number | null;
}

/** What stands around a comment in its thread. */
export interface Surroundings {
  /** The reply that it answers, where that does not stand right above it. */
  readonly to?: Pick<ShownComment, 'id' | 'name'> | null;
  /** Where replies to it are written, without its id; '' when none can be. */
  readonly replyAt?: string;
}

/** Relation of a visitor's own site to ours: no credit with search engines, no way back. */
export const WEBSITE_REL = 'nofollow ugc noopener';

/** A comment as readers see it; `locale` is that of the page around it. */
export function commentArticle(
  comment: ShownComment,
  locale: Locale,
  { to = null, replyAt = '' }: Surroundings = {},
): Html {
  const t = useTranslations(locale);
  const { id, name, locale: written, editedAt = null, erasedAt = null } = comment;
  if (erasedAt !== null)
    return html`<article class="comment comment-gone" id="comment-${id}" data-changed="${erasedAt}">
      ${t('comments:gone')}
    </article>`;
  return html`<article
    class="comment"
    id="comment-${id}"
    ${editedAt !== null && html`data-changed="${editedAt}"`}
  >
    <header class="comment-header">
      ${avatar({ avatar: comment.avatar ?? '', name })}
      <p class="comment-who">
        <b class="comment-author">${author(comment)}</b>
        ${comment.moderator && note('moderator', t('comments:moderator'))}
        ${written !== locale && note('language', t(`comments:written.${written}`))}
        ${editedAt !== null && note('edited', t('comments:edited'))} ${to && answered(to, locale)}
      </p>
      ${dateLink(comment, locale)}
    </header>
    <div class="comment-body" lang="${written}">${raw(comment.html)}</div>
    ${
      replyAt &&
      html`<a class="comment-reply" href="${replyAt}${id}" rel="nofollow"
        >${t('comments:reply.link')}<span class="unseen">
          ${t('comments:reply.to', { name })}</span
        ></a
      >`
    }
  </article>`;
}

function author({ name, website }: ShownComment): Html | string {
  return website === null ? name : html`<a href="${website}" rel="${WEBSITE_REL}">${name}</a>`;
}

function note(what: string, text: string): Html {
  return html`<span class="comment-${what}">${text}</span>`;
}

function answered({ id, name }: Pick<ShownComment, 'id' | 'name'>, locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<a class="comment-to" href="#comment-${id}"
    >${name ? t('comments:inReplyTo', { name }) : t('comments:inReplyToGone')}</a
  >`;
}

function dateLink({ id, createdAt }: ShownComment, locale: Locale): Html {
  const iso = new Date(createdAt).toISOString();
  return html`<a class="comment-date" href="#comment-${id}"
    ><time datetime="${iso}">${formatDate(createdAt, locale)}</time></a
  >`;
}
