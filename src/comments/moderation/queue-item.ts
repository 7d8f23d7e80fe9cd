import { html, raw } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { removedFrom } from '../mail/removed-from.ts';
import type { Service } from '../service/service.ts';
import { signalText } from '../spam/signal-text.ts';
import type { StoredComment } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { removalList } from '../thread/removal-list.ts';
import { decisionButtons } from './decision-buttons.ts';
import { excerpt } from './excerpt.ts';
import type { QueueItem } from './item-details.ts';
import { itemFacts } from './item-facts.ts';
import { commentPlace, type QueueView } from './queue-view.ts';
import { seenField } from './seen-comments.ts';

/** One comment of the queue: who, what would be published beside what was typed, what to do. */
export function queueItem(
  service: Service,
  { item, locale, view }: { item: QueueItem; locale: Locale; view: QueueView },
): Html {
  const t = useTranslations(locale);
  const { comment, notes } = item;
  const href = `/moderation/${locale}${commentPlace(comment.id, view)}`;
  return html`<li class="queue-item" tabindex="-1" aria-labelledby="author-${comment.id}">
    <header class="queue-item-header">
      <label class="queue-check">
        <input type="checkbox" name="comment" value="${comment.id}" />
        <span class="unseen">${t('moderation:item.check', { name: comment.name })}</span>
      </label>
      <h2 class="queue-author" id="author-${comment.id}">
        <a href="${href}" data-open><bdi>${comment.name}</bdi></a>
      </h2>
      ${comment.moderator && html`<p class="queue-badge">${t('moderation:item.byModerator')}</p>`}
    </header>
    <input type="hidden" name="seen" value="${seenField(comment)}" />
    ${itemBody(service, { item, locale, withState: view.tab === 'all', level: 3 })}
    ${
      notes.length > 0 &&
      html`<p class="queue-notes">
        <a href="${href}#notes">${t('moderation:item.notesCount', { count: notes.length })}</a>
      </p>`
    }
    <div class="queue-actions">
      ${decisionButtons(comment, locale)}
      <a
        class="queue-more"
        href="${href}"
        aria-label="${t('moderation:item.openOne', { name: comment.name })}"
        >${t('moderation:item.open')}</a
      >
    </div>
  </li>`;
}

/** What there is to know of a comment before deciding: facts, what it answers, both texts, signals. */
export function itemBody(
  service: Service,
  view: { item: QueueItem; locale: Locale; withState: boolean; level: 2 | 3 },
): Html {
  const { item, locale, level } = view;
  const t = useTranslations(locale);
  const { comment } = item;
  return html`${itemFacts(service, view)} ${answered(item, locale)}
    <div class="queue-sides">
      <section>
        ${heading(level, t('moderation:item.published'))}
        <div class="comment-body" dir="auto" lang="${comment.locale}">${raw(comment.html)}</div>
      </section>
      <section>
        ${heading(level, t('moderation:item.typed'))}
        <pre class="queue-raw" dir="auto" lang="${comment.locale}" tabindex="0">${comment.raw}</pre>
      </section>
    </div>
    ${removals(comment, locale, level)} ${signals(comment, locale, level)}`;
}

function answered({ comment, parent }: QueueItem, locale: Locale): Html | string {
  if (comment.parent === null) return '';
  const t = useTranslations(locale);
  if (parent === null)
    return html`<p class="queue-parent">
      ${t('moderation:item.replyTo')} ${t('moderation:item.replyGone')}
    </p>`;
  return html`<figure class="queue-parent">
    <figcaption>
      ${t('moderation:item.replyTo')}
      <a href="/moderation/${locale}/comments/${parent.id}"><bdi>${parent.name}</bdi></a>
    </figcaption>
    <blockquote lang="${parent.locale}" dir="auto">${excerpt(parent.raw)}</blockquote>
  </figure>`;
}

function removals({ raw: text }: StoredComment, locale: Locale, level: 2 | 3): Html | string {
  const removed = removedFrom(text);
  if (removed.length === 0) return '';
  return html`<div class="queue-removed">
    ${heading(level, useTranslations(locale)('moderation:item.removed'))}
    ${removalList(removed, locale)}
  </div>`;
}

function signals({ signals: found }: StoredComment, locale: Locale, level: 2 | 3): Html | string {
  if (found.length === 0) return '';
  return html`<div class="queue-removed">
    ${heading(level, useTranslations(locale)('moderation:item.signals'))}
    <ul class="queue-signals">
      ${found.map((signal) => html`<li>${signalText(locale, signal)}</li>`)}
    </ul>
  </div>`;
}

/** The title of a part, one level under the comment's own. */
function heading(level: 2 | 3, text: string): Html {
  return level === 2
    ? html`<h2 class="queue-title">${text}</h2>`
    : html`<h3 class="queue-title">${text}</h3>`;
}
