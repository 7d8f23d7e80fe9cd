import { html, raw } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
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
}

/** Relation of a visitor's own site to ours: no credit with search engines, no way back. */
export const WEBSITE_REL = 'nofollow ugc noopener';

/** A comment as readers see it; `locale` is that of the page around it. */
export function commentArticle(comment: ShownComment, locale: Locale): Html {
  return html`<article class="comment" id="comment-${comment.id}">
    <header class="comment-header">
      <span class="comment-author">${author(comment)}</span>
      ${dateLink(comment, locale)} ${languageNote(comment.locale, locale)}
    </header>
    <div class="comment-body" lang="${comment.locale}">${raw(comment.html)}</div>
  </article>`;
}

function author({ name, website }: ShownComment): Html | string {
  return website === null ? name : html`<a href="${website}" rel="${WEBSITE_REL}">${name}</a>`;
}

function dateLink({ id, createdAt }: ShownComment, locale: Locale): Html {
  const iso = new Date(createdAt).toISOString();
  return html`<a class="comment-date" href="#comment-${id}"
    ><time datetime="${iso}">${formatDate(createdAt, locale)}</time></a
  >`;
}

function languageNote(written: Locale, locale: Locale): Html | string {
  if (written === locale) return '';
  const t = useTranslations(locale);
  return html`<span class="comment-language">${t(`comments:written.${written}`)}</span>`;
}
