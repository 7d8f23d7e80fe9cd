import { html, raw } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { DECISIONS } from '../moderation/decision-buttons.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import { page } from '../service/page.ts';
import type { Service } from '../service/service.ts';
import type { StoredComment } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { removalList } from '../thread/removal-list.ts';
import { removedFrom } from './removed-from.ts';

/** `open` is the only one in which the link still decides. */
export type ActStanding = 'open' | 'decided' | 'expired' | 'changed';

/** One comment, and what its mailed link can still do about it. */
export function actPage(
  service: Service,
  view: {
    readonly locale: Locale;
    readonly comment: StoredComment;
    readonly standing: ActStanding;
  },
): Html {
  const { locale, comment, standing } = view;
  const t = useTranslations(locale);
  const title = t('mail:act.title', { name: comment.name });
  const main = html`<h1>${title}</h1>
    <p class="lede" role="status">${standingText(view)}</p>
    ${standing === 'open' && commentText(service, view)} ${standing === 'open' && buttons(locale)}
    <p class="act-queue">
      <a href="/moderation/${locale}/comments/${comment.id}">${t('mail:act.queue')}</a>
    </p>`;
  return page({ settings: service.settings, locale, title, main, wide: standing === 'open' });
}

function standingText({
  locale,
  comment,
  standing,
}: {
  locale: Locale;
  comment: StoredComment;
  standing: ActStanding;
}): string {
  const t = useTranslations(locale);
  if (standing !== 'decided') return t(`mail:act.${standing}`);
  return comment.state === 'pending' ? t('mail:act.gone') : t(`mail:act.${comment.state}`);
}

function commentText({ tutorials }: Service, view: { locale: Locale; comment: StoredComment }) {
  const { locale, comment } = view;
  const t = useTranslations(locale);
  const removed = removedFrom(comment.raw);
  return html`<dl class="queue-facts">
      <div>
        <dt>${t('moderation:item.tutorial')}</dt>
        <dd>
          ${tutorials.get(comment.tutorial)?.title[locale] ?? comment.tutorial}
          (${t(`moderation:languages.${comment.locale}`)})
        </dd>
      </div>
      <div>
        <dt>${t('moderation:item.sent')}</dt>
        <dd>
          <time datetime="${new Date(comment.createdAt).toISOString()}"
            >${formatInstant(comment.createdAt, locale)}</time
          >
        </dd>
      </div>
    </dl>
    <div class="queue-sides">
      <section>
        <h2>${t('moderation:item.published')}</h2>
        <div class="comment-body" lang="${comment.locale}">${raw(comment.html)}</div>
      </section>
      <section>
        <h2>${t('moderation:item.typed')}</h2>
        <pre class="queue-raw" lang="${comment.locale}" tabindex="0">${comment.raw}</pre>
      </section>
    </div>
    ${
      removed.length > 0 &&
      html`<div class="queue-removed">
        <h2>${t('moderation:item.removed')}</h2>
        ${removalList(removed, locale)}
      </div>`
    }`;
}

function buttons(locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<form method="post" class="queue-actions">
    ${DECISIONS.map(
      (to) =>
        html`<button
          class="button ${to === 'approved' ? '' : 'button-quiet'}"
          name="act"
          value="${to}"
        >
          ${t(`moderation:decide.${to}`)}
        </button>`,
    )}
  </form>`;
}
