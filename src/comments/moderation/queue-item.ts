import { html, raw } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { applyPolicy, PolicyError, type Removal } from '../policy/index.ts';
import { type Service, siteHref } from '../service/service.ts';
import type { CommentState, StoredComment } from '../store/store.ts';
import { WEBSITE_REL } from '../thread/comment-article.ts';
import type { Html } from '../thread/comment-form.ts';
import { removalList } from '../thread/removal-list.ts';
import { decisionButtons } from './decision-buttons.ts';
import { formatInstant } from './format-instant.ts';

/** One comment of the queue: who, what would be published beside what was typed, what to do. */
export function queueItem(
  service: Service,
  { comment, locale }: { comment: StoredComment; locale: Locale; state: CommentState },
): Html {
  const t = useTranslations(locale);
  const removed = removedFrom(comment.raw);
  return html`<li class="queue-item" tabindex="-1" aria-labelledby="author-${comment.id}">
    <header class="queue-item-header">
      <label class="queue-check">
        <input type="checkbox" name="comment" value="${comment.id}" />
        <span class="unseen">${t('moderation:item.check', { name: comment.name })}</span>
      </label>
      <h2 class="queue-author" id="author-${comment.id}">${comment.name}</h2>
    </header>
    ${facts(service, comment, locale)}
    <div class="queue-sides">
      <section>
        <h3>${t('moderation:item.published')}</h3>
        <div class="comment-body" lang="${comment.locale}">${raw(comment.html)}</div>
      </section>
      <section>
        <h3>${t('moderation:item.typed')}</h3>
        <pre class="queue-raw" lang="${comment.locale}" tabindex="0">${comment.raw}</pre>
      </section>
    </div>
    ${
      removed.length > 0 &&
      html`<div class="queue-removed">
        <h3>${t('moderation:item.removed')}</h3>
        ${removalList(removed, locale)}
      </div>`
    }
    ${decisionButtons(comment, locale)}
  </li>`;
}

function facts({ settings, tutorials }: Service, comment: StoredComment, locale: Locale): Html {
  const t = useTranslations(locale);
  const { email, website, createdAt, decidedAt } = comment;
  const lesson = tutorials.get(comment.tutorial);
  return html`<dl class="queue-facts">
    <div>
      <dt>${t('moderation:item.email')}</dt>
      <dd>${email}</dd>
    </div>
    ${
      website !== null &&
      html`<div>
        <dt>${t('moderation:item.website')}</dt>
        <dd><a href="${website}" rel="${WEBSITE_REL}">${website}</a></dd>
      </div>`
    }
    <div>
      <dt>${t('moderation:item.tutorial')}</dt>
      <dd>
        ${
          lesson
            ? html`<a href="${siteHref(settings, lesson.path[comment.locale])}#comments"
                >${lesson.title[locale]}</a
              >`
            : comment.tutorial
        }
        (${t(`moderation:languages.${comment.locale}`)})
      </dd>
    </div>
    <div>
      <dt>${t('moderation:item.sent')}</dt>
      <dd>${time(createdAt, locale)}</dd>
    </div>
    ${
      decidedAt !== null &&
      html`<div>
        <dt>${t('moderation:item.decided')}</dt>
        <dd>${time(decidedAt, locale)}</dd>
      </div>`
    }
  </dl>`;
}

function time(instant: number, locale: Locale): Html {
  return html`<time datetime="${new Date(instant).toISOString()}"
    >${formatInstant(instant, locale)}</time
  >`;
}

/** What today's policy takes out of the text; nothing when it would refuse the whole. */
function removedFrom(text: string): readonly Removal[] {
  try {
    return applyPolicy(text).removed;
  } catch (error) {
    if (error instanceof PolicyError) return [];
    throw error;
  }
}
